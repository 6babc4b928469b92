import { expect, it } from 'vitest'
import { fakeStatementParser } from './fakeStatementParser.ts'
import { parseInWorker } from './parseInWorker.ts'
import type { ParseEvent } from './StatementParser.ts'

/** A worker that says what the test makes it say. */
class FakeWorker extends EventTarget {
  terminated = 0
  readonly received: unknown[] = []
  postMessage(message: unknown): void {
    this.received.push(message)
  }
  terminate(): void {
    this.terminated += 1
  }
  answers(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }))
  }
  fails(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error', { cancelable: true }), { message }))
  }
}

function start(file = new File(['x'], 'a.sta')) {
  const worker = new FakeWorker()
  const events: ParseEvent[] = []
  const ends: string[] = []
  // The fake has what parseInWorker uses of a Worker.
  const subscription = parseInWorker(file, { currency: 'EUR' }, () => worker as unknown as Worker).subscribe({
    next: (event) => events.push(event),
    error: () => ends.push('error'),
    complete: () => ends.push('complete'),
  })
  return { worker, events, ends, subscription, file }
}

const progress = { kind: 'progress', phase: 'parsing', bytesRead: 1, bytesTotal: 1, lines: 0 } as const
const head = {
  kind: 'head',
  file: {
    format: 'csv',
    fileName: 'a.sta',
    bytes: 1,
    sha256: '',
    encoding: 'utf-8',
    warnings: [],
    statements: [
      { kind: 'statement', account: { isIban: false, currency: 'EUR' } },
      { kind: 'statement', account: { isIban: false, currency: 'USD' } },
    ],
  },
}

it('[IMP-14] hands the file over and starts nothing before the subscription', () => {
  let started = 0
  const events$ = parseInWorker(new File(['x'], 'a'), {}, () => {
    started += 1
    return new FakeWorker() as unknown as Worker
  })
  expect(started).toBe(0)
  events$.subscribe().unsubscribe()
  expect(started).toBe(1)
  const { file, worker } = start()
  expect(worker.received).toEqual([{ file, options: { currency: 'EUR' } }])
})

it('[IMP-14] gives progress, then the file put together, then completes and ends the worker', () => {
  const { ends, events, worker } = start()
  worker.answers(progress)
  worker.answers(head)
  worker.answers({ kind: 'lines', statement: 1, lines: [{ memo: 'a' }] })
  worker.answers({ kind: 'lines', statement: 1, lines: [{ memo: 'b' }] })
  worker.answers({ kind: 'done' })
  expect(events).toMatchObject([
    progress,
    { kind: 'parsed', file: { statements: [{ lines: [] }, { lines: [{ memo: 'a' }, { memo: 'b' }] }] } },
  ])
  expect(ends).toEqual(['complete'])
  expect(worker.terminated).toBe(1)
})

it('[IMP-14] is cancelled by unsubscribing: the worker is terminated and nothing more is said', () => {
  const { ends, events, subscription, worker } = start()
  worker.answers(progress)
  subscription.unsubscribe()
  worker.answers(head)
  worker.answers({ kind: 'done' })
  expect(worker.terminated).toBe(1)
  expect(events).toEqual([progress])
  expect(ends).toEqual([])
})

it('[IMP-2] gives a problem as an event, then completes and ends the worker', () => {
  const { ends, events, worker } = start()
  const problem = { code: 'import/empty', fileName: 'a.sta', message: 'a.sta: empty' }
  worker.answers({ kind: 'problem', problem })
  expect(events).toEqual([{ kind: 'problem', problem }])
  expect(ends).toEqual(['complete'])
  expect(worker.terminated).toBe(1)
})

it('[IMP-2] gives a worker that stops, or does not start, as a problem', () => {
  const { ends, events, worker } = start()
  worker.fails('out of memory')
  expect(events).toMatchObject([
    { kind: 'problem', problem: { code: 'import/worker-failed', message: expect.stringContaining('out of memory') } },
  ])
  expect(ends).toEqual(['complete'])
  const refused: ParseEvent[] = []
  parseInWorker(new File(['x'], 'a'), {}, () => {
    throw new DOMException('blocked', 'SecurityError')
  }).subscribe((event) => refused.push(event))
  expect(refused).toMatchObject([{ kind: 'problem', problem: { code: 'import/worker-failed' } }])
})

it('[IMP-3] refuses a file beyond the limit by name, without a worker and without reading it', () => {
  const huge = new File([], 'huge.sta')
  Object.defineProperty(huge, 'size', { value: 100 * 1024 * 1024 })
  const { ends, events, worker } = start(huge)
  expect(events).toMatchObject([
    { kind: 'problem', problem: { code: 'import/too-large', fileName: 'huge.sta', expected: 'at most 64 MiB' } },
  ])
  expect(ends).toEqual(['complete'])
  expect(worker.received).toEqual([])
})

it('[IMP-14] can be replaced by a parser that says what it is told to', () => {
  const events: ParseEvent[] = []
  fakeStatementParser((file) => [{ ...progress, bytesTotal: file.size }])
    .parse(new File(['xyz'], 'a'))
    .subscribe((event) => events.push(event))
  expect(events).toEqual([{ ...progress, bytesTotal: 3 }])
})
