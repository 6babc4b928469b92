/** Code that dispatches the action of a record again, of the code of its payload. */
export function dispatchCode(type: string, payload: string): string {
  const fields =
    payload === 'undefined' ? `type: ${JSON.stringify(type)}` : `type: ${JSON.stringify(type)}, payload: ${payload}`
  return `store.dispatch({ ${fields} })`
}
