import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { importSession } from '@playhead/core'
import { replay } from '@playhead/core/testing'
import { describe, expect, it } from 'vitest'
import { check, newFolder, playhead, quietDay, reducers, sessionFile } from '../cli.fixtures.ts'
import { cash, prices, till } from '../till.fixtures.ts'

/** 10,000 records, and among them a price that changes between a sale and its refund. */
function busyDay(): string {
  const actions = quietDay(10_000)
  actions[4_001] = till.sold({ item: 'item3' })
  actions[6_400] = till.priced({ item: 'item3', minor: 250 })
  actions[9_000] = till.refunded({ item: 'item3' })
  return sessionFile(actions)
}

const edited = (file: string, edit: (lines: string[]) => string[]): string => {
  const other = join(newFolder(), 'edited.playhead')
  writeFileSync(other, edit(readFileSync(file, 'utf8').split('\n')).join('\n'))
  return other
}

/** What Vitest says of a folder. */
function vitest(folder: string): string {
  const conditions = "['@playhead/source', 'module', 'node', 'development|production']"
  writeFileSync(
    join(folder, 'vitest.config.mjs'),
    `export default { ssr: { resolve: { conditions: ${conditions} } } }\n`,
  )
  const main = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')))
  const env = { ...process.env, NO_COLOR: '1', VITEST: undefined }
  const { stdout, stderr } = spawnSync(process.execPath, [main, 'run', '--root', folder], { encoding: 'utf8', env })
  return stdout + stderr
}

describe('playhead inspect', () => {
  it('[CLI-1] tells what is in a file', async () => {
    const { exitCode, out } = await playhead('inspect', sessionFile(quietDay(30)))
    expect(exitCode).toBe(0)
    expect(out).toContain('till 7')
    expect(out).toContain('30 records, offsets 0 to 29')
    expect(out).toMatch(/8 {2}till\/opened {4}v1/)
  })

  it('[CLI-1] shows an empty session, and problems with their line', async () => {
    expect((await playhead('inspect', sessionFile([]))).out).toContain('0 records')
    const torn = edited(sessionFile(quietDay(9)), (lines) => lines.with(4, '{"offset":3,'))
    const { exitCode, out } = await playhead('inspect', torn)
    expect(exitCode).toBe(1)
    expect(out).toContain('Line 5')
  })

  it('[CLI-2] gives one JSON document', async () => {
    const { out } = await playhead('inspect', sessionFile(quietDay(9)), '--json')
    expect(JSON.parse(out)).toMatchObject({ app: 'till', records: 9, problems: [] })
  })
})

describe('playhead verify', () => {
  it('[CLI-3] compares the state with the one that was exported', async () => {
    const file = sessionFile(quietDay(50))
    expect((await playhead('verify', file)).exitCode).toBe(0)
    const { exitCode, out } = await playhead('verify', file, '--reducers', reducers)
    expect([exitCode, out]).toEqual([0, expect.stringContaining('come to the state that was exported')])

    const changed = edited(file, (lines) => lines.map((line) => line.replace('"minor":100', '"minor":900')))
    expect((await playhead('verify', changed)).exitCode).toBe(0)
    const found = await playhead('verify', changed, '--reducers', reducers)
    expect(found.exitCode).toBe(1)
    expect(found.out).toContain('session/hash-mismatch')
  })

  it('[CLI-3] finds a file that was cut off', async () => {
    const cut = edited(sessionFile(quietDay(50)), (lines) => lines.slice(0, 20))
    const { exitCode, out } = await playhead('verify', cut)
    expect([exitCode, out]).toEqual([1, expect.stringContaining('session/truncated')])
  })
})

describe('playhead replay', () => {
  it('[CLI-4] shows the state at a place', async () => {
    const file = sessionFile([
      till.priced({ item: 'a', minor: 5 }),
      till.sold({ item: 'a' }),
      till.refunded({ item: 'a' }),
    ])
    const at = async (offset: number) => {
      const { out } = await playhead('replay', file, '-r', reducers, '--at', String(offset), '--json')
      return JSON.parse(out) as { states: { cash: { minor: number } } }
    }
    expect((await at(1)).states.cash.minor).toBe(5)
    expect((await at(2)).states.cash.minor).toBe(0)
    const { out } = await playhead('replay', file, '-r', reducers, '--slice', 'prices')
    expect(out).toContain('prices: { a: 5 }')
    expect(out).not.toContain('cash')
  })

  it('[CLI-4] refuses a place and a slice that are not there', async () => {
    const file = sessionFile(quietDay(9))
    const past = await playhead('replay', file, '-r', reducers, '--at', '99')
    expect([past.exitCode, past.err]).toEqual([2, expect.stringContaining('cli/bad-offset')])
    const none = await playhead('replay', file, '-r', reducers, '--slice', 'nothing')
    expect([none.exitCode, none.err]).toEqual([2, expect.stringContaining('prices, cash')])
  })
})

describe('playhead diff', () => {
  it('[CLI-5] says where two sessions part', async () => {
    const file = sessionFile(quietDay(20))
    expect((await playhead('diff', file, file, '-r', reducers)).exitCode).toBe(0)
    const other = edited(file, (lines) =>
      lines.map((line) => line.replace('"offset":8,', '"offset":8,"actor":"x",').replace('"minor":103', '"minor":1')),
    )
    const { exitCode, out } = await playhead('diff', file, other, '-r', reducers, '--json')
    expect(exitCode).toBe(1)
    expect(JSON.parse(out)).toMatchObject({
      same: 3,
      first: { one: { offset: 3 } },
      onlyInOne: 0,
      slices: ['prices', 'cash'],
    })
  })
})

describe('playhead minimise', () => {
  it('[CLI-7] brings 10,000 records with a planted bug down to the few that show it, as a test that fails for it', async () => {
    // In the repository, so that the test finds what it imports.
    const folder = fileURLToPath(new URL('../../../../node_modules/.cache/playhead/cli-test', import.meta.url))
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
    const [out, test] = [join(folder, 'small.playhead'), join(folder, 'small.test.ts')]
    const ran = await playhead('minimise', busyDay(), '-r', reducers, '-c', check, '-o', out, '-t', test)
    expect(ran).toMatchObject({ exitCode: 0, out: expect.stringContaining('10,000 records became 3') })
    const { records, report } = importSession(readFileSync(out, 'utf8'))
    expect(report.compatible).toBe(true)
    expect(records.map(({ type }) => type)).toEqual(['till/sold', 'till/priced', 'till/refunded'])
    // The file that was written comes to the state that it tells.
    replay(readFileSync(out, 'utf8'), { slices: [prices, cash] })

    const tested = vitest(folder)
    expect(tested).toContain('The till holds -250 instead of 0.')
    expect(tested).toMatch(/Tests +1 failed \(1\)/)
  }, 60_000)

  it('[CLI-7] refuses a check that holds, and a module without one', async () => {
    const file = sessionFile(quietDay(20))
    const holds = await playhead('minimise', file, '-r', reducers, '-c', check, '-o', join(newFolder(), 'x'))
    expect([holds.exitCode, holds.err]).toEqual([1, expect.stringContaining('cli/does-not-fail')])
    const none = await playhead('minimise', file, '-r', reducers, '-c', reducers, '-o', join(newFolder(), 'x'))
    expect([none.exitCode, none.err]).toEqual([2, expect.stringContaining('cli/no-check')])
  })
})

describe('the command line', () => {
  it('[CLI-10] refuses what it cannot do with exit code 2, and says what to do', async () => {
    const nowhere = await playhead('inspect', '/nowhere.playhead')
    expect([nowhere.exitCode, nowhere.err]).toEqual([2, expect.stringContaining('cli/cannot-read')])
    const other = join(newFolder(), 'other.json')
    writeFileSync(other, '{"a": 1}')
    expect(await playhead('inspect', other)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('cli/not-a-session'),
    })
    const file = sessionFile([])
    expect(await playhead('verify', file, '-r', '/none.ts')).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('cli/cannot-load'),
    })
    expect(
      await playhead('verify', file, '-r', fileURLToPath(import.meta.resolve('../output/words.ts'))),
    ).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining('cli/no-slices'),
    })
    expect((await playhead('nonsense')).exitCode).toBe(2)
    expect((await playhead('replay', file)).err).toContain('--reducers')
    expect(await playhead('--help')).toMatchObject({ exitCode: 0, out: expect.stringContaining('minimise') })
  })

  it('[CLI-6] writes a Vitest file that passes with the reducers of the session', async () => {
    const folder = newFolder()
    const test = join(folder, 'till.test.ts')
    expect((await playhead('to-test', sessionFile(quietDay(9)), '-r', reducers, '-o', test)).exitCode).toBe(0)
    expect(readFileSync(test, 'utf8')).toContain('import { prices, cash } from')
  })

  it('[CLI-10] runs as a program', () => {
    const main = fileURLToPath(new URL('../main.ts', import.meta.url))
    const ran = spawnSync(
      process.execPath,
      ['--conditions=@playhead/source', main, 'verify', sessionFile(quietDay(9)), '-r', reducers],
      {
        encoding: 'utf8',
      },
    )
    expect([ran.status, ran.stderr]).toEqual([0, ''])
  })
})
