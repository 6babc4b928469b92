import { isDeepStrictEqual } from 'node:util'
import type { PlacedRecord } from '@playhead/core'
import { EXIT } from '../CliError.ts'
import { loadProgram } from '../files/loadProgram.ts'
import { readSessionFile } from '../files/readSessionFile.ts'
import { replaySession } from '../files/replaySession.ts'
import { counted } from '../output/words.ts'
import type { Context } from './Command.ts'
import { write } from './Command.ts'

/** Where two sessions part: their first different record, how many each has alone, and, with reducers, which slices end otherwise. */
export async function diff(
  one: string,
  other: string,
  options: { readonly reducers?: string },
  context: Context,
): Promise<number> {
  const program = options.reducers === undefined ? undefined : await loadProgram(options.reducers)
  const [a, b] = [await readSessionFile(one, program?.core), await readSessionFile(other, program?.core)]
  const same = commonRecords(a.records, b.records)
  const ids = (records: readonly PlacedRecord[]) => new Set(records.map(({ id }) => id))
  const [idsA, idsB] = [ids(a.records), ids(b.records)]
  const onlyA = a.records.filter(({ id }) => !idsB.has(id))
  const onlyB = b.records.filter(({ id }) => !idsA.has(id))
  const slices = program && slicesThatDiffer(replaySession(a, program).store, replaySession(b, program).store, program)
  const isSame = same === a.records.length && same === b.records.length
  const result = {
    one,
    other,
    same,
    first: isSame ? undefined : { one: shown(a.records[same]), other: shown(b.records[same]) },
    onlyInOne: onlyA.length,
    onlyInOther: onlyB.length,
    slices,
  }
  write(context, result, () => {
    if (isSame) return `The same ${counted(same, 'record')}${statesSaid(slices)}\n`
    return [
      `The first ${counted(same, 'record')} are the same. Then:\n`,
      `  ${one}: ${lineOf(a.records[same])}\n`,
      `  ${other}: ${lineOf(b.records[same])}\n`,
      `${counted(onlyA.length, 'record')} only in ${one}, ${counted(onlyB.length, 'record')} only in ${other}${statesSaid(slices)}\n`,
    ].join('')
  })
  return isSame && (slices?.length ?? 0) === 0 ? EXIT.ok : EXIT.found
}

function commonRecords(a: readonly PlacedRecord[], b: readonly PlacedRecord[]): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [x, y] = [a[at] as PlacedRecord, b[at] as PlacedRecord]
    if (x.id !== y.id || x.type !== y.type || x.version !== y.version || !isDeepStrictEqual(x.payload, y.payload))
      return at
  }
  return length
}

interface States {
  readonly live: { getState(): object }
}

function slicesThatDiffer(
  a: States,
  b: States,
  { core }: { readonly core: { stateHash(value: unknown): string } },
): readonly string[] {
  const [x, y] = [a.live.getState(), b.live.getState()] as readonly Readonly<Record<string, unknown>>[]
  return Object.keys(x ?? {}).filter((slice) => core.stateHash(x?.[slice]) !== core.stateHash(y?.[slice]))
}

const statesSaid = (slices: readonly string[] | undefined): string => {
  if (slices === undefined) return ''
  return slices.length === 0 ? '; the same state at the end' : `; another state at the end in ${slices.join(', ')}`
}

const shown = (record: PlacedRecord | undefined) =>
  record && { offset: record.offset, id: record.id, type: record.type, time: record.time }

const lineOf = (record: PlacedRecord | undefined): string =>
  record ? `offset ${record.offset}, ${record.type} (${record.id})` : 'it has ended'
