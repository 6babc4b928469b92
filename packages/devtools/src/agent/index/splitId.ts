/** The parts of a record's id, `<client>.<sequence>`; one that is not made so is all client, and its sequence −1. */
export function splitId(id: string): { readonly client: string; readonly sequence: number } {
  const dot = id.lastIndexOf('.')
  const sequence = dot < 0 ? Number.NaN : Number(id.slice(dot + 1))
  if (!Number.isSafeInteger(sequence) || sequence < 0 || String(sequence) !== id.slice(dot + 1))
    return { client: id, sequence: -1 }
  return { client: id.slice(0, dot), sequence }
}
