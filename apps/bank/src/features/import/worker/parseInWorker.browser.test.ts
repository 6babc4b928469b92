import type { Subscription } from 'rxjs'
import { firstValueFrom, takeWhile, toArray } from 'rxjs'
import { afterEach, expect, it } from 'vitest'
import broken from '../../../../samples/broken-booking.sta?raw'
import { generateMt940 } from '../../../../samples/generate.ts'
import january from '../../../../samples/household-2024-01.sta?raw'
import camt from '../../../../samples/household-2024-02.camt053.xml?raw'
import { parseInWorker, workerParser } from './parseInWorker.ts'
import type { ParseEvent } from './StatementParser.ts'

const all = (file: File) => firstValueFrom(workerParser.parse(file).pipe(toArray()))

let running: Subscription | undefined
afterEach(() => running?.unsubscribe())

it('[IMP-14] parses a statement in a real worker', async () => {
  const events = await all(new File([january], 'jan.sta'))
  expect(events.at(-1)).toMatchObject({
    kind: 'parsed',
    file: {
      format: 'mt940',
      fileName: 'jan.sta',
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      warnings: [],
      statements: [{ closing: { minor: 295619 } }],
    },
  })
  expect(events.filter(({ kind }) => kind !== 'progress')).toHaveLength(1)
})

it('[IMP-14] parses several files at the same time', async () => {
  const [one, two] = await Promise.all([all(new File([january], 'jan.sta')), all(new File([camt], 'feb.xml'))])
  expect(one.at(-1)).toMatchObject({ kind: 'parsed', file: { fileName: 'jan.sta' } })
  expect(two.at(-1)).toMatchObject({ kind: 'parsed', file: { fileName: 'feb.xml' } })
})

it('[IMP-2] brings a refusal back from the worker', async () => {
  const events = await all(new File([broken], 'broken.sta'))
  expect(events.at(-1)).toMatchObject({
    kind: 'problem',
    problem: { code: 'import/field-invalid', at: { line: 18, element: ':61:' } },
  })
})

it('[IMP-14] shows rising progress of a file of 20 MB, while the page goes on drawing', async () => {
  const file = new File([generateMt940(160_000)], 'big.sta')
  expect(file.size).toBeGreaterThan(20_000_000)
  let frames = 0
  const draw = () => {
    frames += 1
    frame = requestAnimationFrame(draw)
  }
  let frame = requestAnimationFrame(draw)
  const events = await all(file)
  cancelAnimationFrame(frame)
  const parsing = events.filter((event) => event.kind === 'progress' && event.phase === 'parsing')
  expect(parsing.length).toBeGreaterThan(50)
  const bytes = parsing.map((event) => (event.kind === 'progress' ? event.bytesRead : 0))
  expect(bytes).toEqual(bytes.toSorted((a, b) => a - b))
  expect(bytes.at(-1)).toBe(file.size)
  const last = events.at(-1)
  expect(last?.kind === 'parsed' && last.file.statements[0]?.lines.length).toBe(160_000)
  expect(frames).toBeGreaterThan(5)
}, 60_000)

it('[IMP-14] stops in the middle of a large file when it is cancelled', async () => {
  const file = new File([generateMt940(160_000)], 'big.sta')
  let worker: Worker | undefined
  const events: ParseEvent[] = []
  await new Promise<void>((resolve) => {
    running = parseInWorker(file, {}, () => {
      worker = new Worker(new URL('./importWorker.ts', import.meta.url), { type: 'module' })
      return worker
    }).subscribe((event) => {
      events.push(event)
      if (event.kind === 'progress' && event.phase === 'parsing' && event.bytesRead > file.size / 10) resolve()
    })
  })
  const said = events.length
  let heard = 0
  worker?.addEventListener('message', () => {
    heard += 1
  })
  running?.unsubscribe()
  // Another worker does the same work to its end: time enough for the first to speak, were it alive.
  await firstValueFrom(
    workerParser.parse(file).pipe(
      takeWhile(({ kind }) => kind === 'progress', true),
      toArray(),
    ),
  )
  expect(heard).toBe(0)
  expect(events).toHaveLength(said)
  expect(events.every(({ kind }) => kind === 'progress')).toBe(true)
}, 60_000)
