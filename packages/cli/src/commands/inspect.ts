import type { PlacedRecord, Session } from '@playhead/core'
import { EXIT } from '../CliError.ts'
import { readSessionFile } from '../files/readSessionFile.ts'
import { columns, counted, duration, isoTime } from '../output/words.ts'
import type { Context } from './Command.ts'
import { write } from './Command.ts'

/** What is in a session file: where it comes from, which actions, which effects, what is wrong with it. */
export async function inspect(file: string, context: Context): Promise<number> {
  const session = await readSessionFile(file)
  const found = contentsOf(session)
  write(context, { file, ...found }, () => textOf(file, found))
  return found.problems.length === 0 ? EXIT.ok : EXIT.found
}

interface Contents {
  readonly app: string | undefined
  readonly build: string | undefined
  readonly from: number | undefined
  readonly to: number | undefined
  readonly records: number
  readonly began: string | undefined
  readonly ended: string | undefined
  readonly lastedMs: number
  /** Most frequent first. */
  readonly types: readonly { readonly type: string; readonly version: number; readonly records: number }[]
  readonly effects: readonly { readonly effect: string; readonly runs: number; readonly failed: number }[]
  readonly actors: readonly string[]
  readonly redacted: { readonly [type: string]: readonly string[] }
  readonly checkpoint: readonly string[] | undefined
  readonly hash: string | undefined
  readonly problems: readonly { readonly line: number; readonly code: string; readonly message: string }[]
  readonly problemsLeftOut: number
}

function contentsOf({ header, records, report }: Session): Contents {
  const [first, last] = [records[0], records.at(-1)]
  return {
    app: header?.app,
    build: header?.build,
    from: header?.from ?? first?.offset,
    to: header?.to ?? last?.offset,
    records: records.length,
    began: first && isoTime(first.time),
    ended: last && isoTime(last.time),
    lastedMs: first && last ? last.time - first.time : 0,
    types: report.types
      .map(({ type, version, records: count }) => ({ type, version, records: count }))
      .sort((a, b) => b.records - a.records),
    effects: effectsOf(header?.runs ?? []),
    actors: actorsOf(records),
    redacted: Object.fromEntries(header?.redacted ?? []),
    checkpoint: header?.checkpoint && Object.keys(header.checkpoint),
    hash: header?.hash?.state,
    problems: report.problems.map(({ line, error }) => ({ line, code: error.code, message: error.message })),
    problemsLeftOut: report.problemsLeftOut,
  }
}

function effectsOf(runs: NonNullable<Session['header']>['runs']): Contents['effects'] {
  const byName = new Map<string, { runs: number; failed: number }>()
  for (const { effect, status } of runs) {
    const counts = byName.get(effect) ?? { runs: 0, failed: 0 }
    counts.runs++
    if (status === 'failed') counts.failed++
    byName.set(effect, counts)
  }
  return [...byName].map(([effect, counts]) => ({ effect, ...counts })).sort((a, b) => b.runs - a.runs)
}

const actorsOf = (records: readonly PlacedRecord[]): readonly string[] => [
  ...new Set(records.flatMap(({ actor }) => actor ?? [])),
]

function textOf(file: string, found: Contents): string {
  const made = [found.app, found.build].filter((each) => each !== undefined).join(' ')
  const parts = [`${file}${made && ` · ${made}`}\n`, `${counted(found.records, 'record')}${spanOf(found)}\n`]
  if (found.checkpoint) parts.push(`State before them: ${found.checkpoint.join(', ')}\n`)
  if (found.types.length > 0)
    parts.push('\nActions\n', columns(found.types.map(({ type, version, records }) => [records, type, `v${version}`])))
  if (found.effects.length > 0)
    parts.push(
      '\nEffects\n',
      columns(found.effects.map(({ effect, runs, failed }) => [runs, effect, failed > 0 ? `${failed} failed` : ''])),
    )
  if (found.actors.length > 0) parts.push(`\nActors: ${found.actors.join(', ')}\n`)
  const redacted = Object.entries(found.redacted)
  if (redacted.length > 0)
    parts.push('\nTaken out before it left\n', columns(redacted.map(([type, paths]) => [type, paths.join(', ')])))
  if (found.hash) parts.push(`\nState at the end: ${found.hash}\n`)
  if (found.problems.length > 0) {
    parts.push(`\n${counted(found.problems.length + found.problemsLeftOut, 'problem')}\n`)
    for (const { message } of found.problems) parts.push(`  ${message}\n`)
    if (found.problemsLeftOut > 0) parts.push(`  … and ${found.problemsLeftOut.toLocaleString('en')} more\n`)
  }
  return parts.join('')
}

const spanOf = ({ records, from, to, began, ended, lastedMs }: Contents): string =>
  records === 0 ? '' : `, offsets ${from} to ${to}, ${began} to ${ended} (${duration(lastedMs)})`
