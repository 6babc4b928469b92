import { readFile } from 'node:fs/promises'

/** A session file by its lines, so that some of its records can be written again as they stand. */
export interface SessionLines {
  readonly header: Readonly<Record<string, unknown>>
  /** The line of each record that can be read, by its id. */
  readonly records: ReadonlyMap<string, Readonly<Record<string, unknown>>>
}

/** The hash of a state, as a session's header has it. */
export interface StateHashes {
  readonly of: 'log' | 'redacted'
  readonly state: string
  readonly slices: { readonly [slice: string]: string }
}

/** Reads the lines of a file that was read as a session before: what is no JSON is passed over. */
export async function sessionLines(file: string): Promise<SessionLines> {
  const text = await readFile(file, 'utf8')
  let header: Readonly<Record<string, unknown>> = { playhead: 1 }
  const records = new Map<string, Readonly<Record<string, unknown>>>()
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    const json = parsed(line)
    if (!json) continue
    if ('playhead' in json) header = json
    else if (typeof json.id === 'string') records.set(json.id, json)
  }
  return { header, records }
}

/**
 * A session of some of the records of another: payloads, times and causes as they stand, offsets without gaps. The
 * runs of effects are left out, since most of their records are gone.
 */
export function pickedSession({ header, records }: SessionLines, ids: readonly string[], hash: StateHashes): string {
  const from = typeof header.from === 'number' ? header.from : 0
  const picked = ids.map((id) => records.get(id)).filter((record) => record !== undefined)
  const types = Object.fromEntries(picked.map(({ type, version }) => [type, version]))
  const { runs: _, ...kept } = header
  const lines = [
    { ...kept, from, to: from + picked.length - 1, types, hash },
    ...picked.map((record, at) => ({ ...record, offset: from + at })),
  ]
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('')
}

function parsed(line: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(line)
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined
  } catch {
    return undefined
  }
}
