import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { repository } from '../docs/pages.ts'

/** What somebody who uses a package may meet. Other constants of this kind only tune. */
const bounds = [
  'PAYLOAD_BYTES_MAX',
  'DEPTH_MAX',
  'BIGINT_DIGITS_MAX',
  'CAUSED_JOBS_MAX',
  'CHAIN_MAX',
  'RUNS_LIVE_MAX',
  'RUNS_KEPT_MAX',
  'EMITTED_KEPT_MAX',
  'BEGUN_AGAIN_MAX',
  'WAITING_MAX',
  'TOLD_MAX',
  'ROUTES_MAX',
  'SPEED_MAX',
  'FRAME_RECORDS_MAX',
  'SLOTS_MAX',
  'UNDO_STEPS_MAX',
  'TOPIC_BYTES_MAX',
  'HASHES_MAX',
  'LINE_LENGTH_MAX',
  'PROBLEMS_MAX',
  'ROW_RECORDS_MAX',
  'SEGMENT_RECORDS_MAX',
  'CHUNK_RECORDS_MAX',
  'CHUNK_BYTES_MAX',
  'WAITING_CHUNKS_MAX',
  'UNPACKED_CHUNKS_MAX',
  'COLUMN_VALUES_MAX',
  'COLUMN_DEPTH_MAX',
  'TEXT_UNITS_MAX',
  'PARTS_SEARCHED_MAX',
  'ERRORS_SHOWN_MAX',
  'CALL_SITES_MAX',
  'MARKS_DRAWN_MAX',
  'RUNS_DRAWN_MAX',
  'BUCKETS_MAX',
  'CAUSED_SHOWN_MAX',
  'CHANGES_COUNTED_MAX',
  'TEXT_COPIED_MAX',
  'WATCHES_MAX',
]

const page = readFileSync(join(repository, 'docs/limits.md'), 'utf8')
const constants = globSync('packages/*/src/**/*.ts', { cwd: repository, exclude: ['**/*.test.ts'] }).flatMap((path) =>
  constantsIn(readFileSync(join(repository, path), 'utf8')),
)

describe('docs/limits.md', () => {
  it.each(bounds)('states %s as the code has it', (name) => {
    const values = constants.filter((constant) => constant.name === name).map(({ value }) => value)
    expect(values).toHaveLength(1)
    const stated = values.filter((value) => new RegExp(`(?<![\\d,])${value.toLocaleString('en')}(?![\\d,])`).test(page))
    expect(stated).toEqual(values)
  })

  it('is held to constants with a number that is written out', () => {
    expect(constantsIn('const ROWS_MAX = 65_536\nexport const SLOTS_MAX = 2 ** 30\nconst ALL_MAX = max(a)')).toEqual([
      { name: 'ROWS_MAX', value: 65_536 },
      { name: 'SLOTS_MAX', value: 2 ** 30 },
    ])
  })
})

function constantsIn(source: string): readonly { readonly name: string; readonly value: number }[] {
  const found = [...source.matchAll(/const ([A-Z_]+_MAX) = ([\d_]+)(?: \*\* (\d+))?$/gm)]
  return found.map(([, name = '', base = '', power = '1']) => ({
    name,
    value: Number(base.replaceAll('_', '')) ** Number(power),
  }))
}
