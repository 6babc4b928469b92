import { Observable, of, Subject, take, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createBankStore } from '../../../app/createBankStore.ts'
import { ledger } from '../../../ledger/index.ts'
import { imports as imported } from '../actions.ts'
import { eur, statementFile } from '../import.fixtures.ts'
import { imports } from '../imports.ts'
import { memoryInbox } from '../inbox/Inbox.ts'
import type { ParseEvent, StatementParser } from '../worker/index.ts'
import { fakeStatementParser } from '../worker/index.ts'
import { ImportDesk } from './ImportDesk.ts'
import type { ImportJob } from './ImportJob.ts'

const big = (lines: number) =>
  statementFile([
    {
      opening: eur(0, '2025-12-31'),
      lines: Array.from({ length: lines }, (_, i) => ({ bookingDate: '2026-01-01', minor: i + 1 })),
    },
  ])

/** A desk whose frames come when they are told to. */
function deskWith(
  parsed: ReturnType<typeof big>,
  parser: StatementParser = fakeStatementParser([{ kind: 'parsed', file: parsed }]),
) {
  const store = createBankStore()
  const frames = new Subject<void>()
  const inbox = memoryInbox()
  let ids = 0
  const desk = new ImportDesk({
    store,
    inbox,
    parser,
    newId: () => `job-${++ids}`,
    nextFrame: () => frames.pipe(take(1)),
  })
  let jobs: readonly ImportJob[] = []
  desk.jobs$.subscribe((now) => {
    jobs = now
  })
  const phase = () => jobs.at(-1)?.phase
  const entries = () => store.live.get(ledger).entries.size
  return { store, frames, inbox, desk, phase, entries, jobs: () => jobs }
}

const file = new File(['content'], 'statement.sta')

describe('ImportDesk', () => {
  it('[DSK-1] books nothing before it is confirmed', () => {
    const { desk, phase, store } = deskWith(big(3))
    desk.add([file])
    expect(phase()).toMatchObject({ kind: 'preview', plan: { entries: { length: 3 } } })
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[DSK-2] books in groups of at most 500 a frame, between received and completed', async () => {
    const { desk, frames, phase, entries, store } = deskWith(big(1_200))
    const types: string[] = []
    desk.add([file])
    store.action$.subscribe(({ type }) => types.push(type))
    desk.confirm('job-1')
    await settled()
    const seen: number[] = [entries()]
    for (let frame = 0; frame < 3; frame++) {
      frames.next()
      seen.push(entries())
    }
    expect(seen).toEqual([0, 500, 1_000, 1_200])
    expect(types[0]).toBe('import/received')
    expect(types.at(-1)).toBe('import/completed')
    expect(phase()).toEqual({ kind: 'done', entries: 1_200, duplicates: 0 })
    expect(store.live.get(imports).byId.get('job-1')).toMatchObject({
      status: 'completed',
      booked: 1_200,
      entries: 1_200,
    })
  })

  it('[DSK-3] stops between two groups when it is cancelled, and keeps what is booked', async () => {
    const { desk, frames, phase, entries, store } = deskWith(big(1_200))
    desk.add([file])
    desk.confirm('job-1')
    await settled()
    frames.next()
    desk.cancel('job-1')
    frames.next()
    expect(entries()).toBe(500)
    expect(phase()).toEqual({ kind: 'stopped', booked: 500, entries: 1_200 })
    expect(store.runs.filter(({ effect }) => effect === 'importStatement')).toMatchObject([
      { effect: 'importStatement', key: 'job-1', status: 'cancelled', endedBy: { type: 'import/cancelled' } },
    ])
    expect(store.live.get(imports).byId.get('job-1')).toMatchObject({ status: 'cancelled', booked: 500 })
  })

  it('[DSK-3] goes on with what was cut off, from the file that was kept', async () => {
    const { desk, frames, inbox, entries, store } = deskWith(big(1_200))
    desk.add([file])
    desk.confirm('job-1')
    await settled()
    frames.next()
    // A crash: the page is gone, and with it the desk.
    desk.close()
    expect(await inbox.get('job-1')).toBeDefined()

    const after = new ImportDesk({
      store,
      inbox,
      parser: fakeStatementParser([{ kind: 'parsed', file: big(1_200) }]),
      newId: () => 'job-9',
      nextFrame: () => of(0),
    })
    expect(await after.resume('job-1')).toBe(true)
    after.confirm('job-9')
    await settled()
    expect(entries()).toBe(1_200)
    expect(store.live.get(imports).byId.get('job-1')).toMatchObject({ status: 'completed', booked: 1_200 })
    expect(store.live.get(imports).byId.size).toBe(1)
    expect(await inbox.get('job-1')).toBeUndefined()
  })

  it('[DSK-3] tells of a booking that fails, which can be gone on with', async () => {
    const { desk, frames, phase, store, entries } = deskWith(big(1_200))
    desk.add([file])
    desk.confirm('job-1')
    await settled()
    frames.next()
    frames.error(new Error('No more frames.'))
    expect(phase()).toEqual({ kind: 'stopped', booked: 500, entries: 1_200, reason: 'No more frames.' })
    expect(store.live.get(imports).byId.get('job-1')).toMatchObject({ status: 'failed', booked: 500 })
    expect(entries()).toBe(500)
    expect(await desk.resume('job-1')).toBe(true)
  })

  it('[DSK-7] tells of progress outside the log, and each entry names the record that asked for it', async () => {
    const { desk, frames, store } = deskWith(big(600))
    const progress: unknown[] = []
    store.action$.subscribe(({ type, payload }) => type === 'import/progressed' && progress.push(payload))
    desk.add([file])
    desk.confirm('job-1')
    await settled()
    frames.next()
    frames.next()
    expect(progress).toEqual([
      { importId: 'job-1', booked: 500, entries: 600 },
      { importId: 'job-1', booked: 600, entries: 600 },
    ])
    const { head } = store.timeline.playhead
    const logged = Array.from({ length: head + 1 }, (_, offset) => store.recordAt(offset))
    expect(logged.map((record) => record?.type)).not.toContain('import/progressed')
    const asked = logged.find((record) => record?.type === 'import/received')
    const booked = logged.filter((record) => record?.type === 'bank/entryPosted')
    expect(booked).toHaveLength(600)
    expect(new Set(booked.map((record) => record?.causedBy))).toEqual(new Set([asked?.id]))
  })

  it('[DSK-3] books nothing when it is cancelled before its file is kept', async () => {
    const { desk, entries, store, phase } = deskWith(big(3))
    const errors: unknown[] = []
    store.error$.subscribe((error) => errors.push(error))
    desk.add([file])
    desk.confirm('job-1')
    desk.cancel('job-1')
    await settled()
    expect(phase()).toMatchObject({ kind: 'stopped', booked: 0 })
    expect(entries()).toBe(0)
    expect(errors).toEqual([])
  })

  it('[DSK-7] books nothing for an import whose file is in another page', () => {
    const { store, entries } = deskWith(big(3))
    store.dispatch(imported.resumed({ importId: 'elsewhere' }))
    expect(entries()).toBe(0)
    expect(store.timeline.playhead.head).toBe(0)
  })

  it('[DSK-3] says when the file is not kept any more', async () => {
    const { desk, jobs } = deskWith(big(1))
    expect(await desk.resume('nobody')).toBe(false)
    expect(jobs()).toEqual([])
  })

  it('[DSK-4] forgets a file that is cancelled while it is read', () => {
    const store = createBankStore()
    const parsing = new Subject<never>()
    const desk = new ImportDesk({
      store,
      inbox: memoryInbox(),
      parser: { parse: () => parsing },
      newId: () => 'job-1',
      nextFrame: () => of(0),
    })
    let jobs: readonly ImportJob[] = []
    desk.jobs$.subscribe((now) => {
      jobs = now
    })
    desk.add([file])
    expect(jobs).toHaveLength(1)
    expect(parsing.observed).toBe(true)
    desk.cancel('job-1')
    expect(jobs).toEqual([])
    expect(parsing.observed).toBe(false)
  })

  it('[DSK-8] reads by an effect, whose progress is shown and in no log', () => {
    const parsing = new Subject<ParseEvent>()
    const { desk, store, phase } = deskWith(big(3), { parse: () => parsing })
    desk.add([file])
    const progress = { kind: 'progress', phase: 'reading', bytesRead: 3, bytesTotal: 7, lines: 0 } as const
    parsing.next(progress)
    expect(phase()).toEqual({ kind: 'reading', progress })
    parsing.next({ kind: 'parsed', file: big(3) })
    parsing.complete()
    expect(phase()).toMatchObject({ kind: 'preview', plan: { entries: { length: 3 } } })
    expect(store.runs).toMatchObject([{ effect: 'readStatement', key: 'job-1', status: 'done' }])
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[DSK-8] reading is stopped by cancelling it, in the page alone', () => {
    const parsing = new Subject<ParseEvent>()
    const { desk, store } = deskWith(big(3), { parse: () => parsing })
    desk.add([file])
    desk.cancel('job-1')
    expect(parsing.observed).toBe(false)
    expect(store.runs).toMatchObject([
      { effect: 'readStatement', status: 'cancelled', endedBy: { type: 'import/readingCancelled' } },
    ])
    expect(store.timeline.playhead.head).toBe(-1)
  })

  it('[DSK-8] reading again with a word more ends the reading before', () => {
    const asked: unknown[] = []
    const { desk, store } = deskWith(big(3), { parse: (_, options) => new Observable(() => void asked.push(options)) })
    desk.add([file])
    desk.readAgain('job-1', { currency: 'EUR' })
    expect(asked).toEqual([{}, { currency: 'EUR' }])
    expect(store.runs.map(({ status }) => status)).toEqual(['superseded', 'running'])
  })

  it('[DSK-9] says why a file was not read, also when its reader fails', () => {
    const problem = { code: 'import/empty', fileName: 'statement.sta', message: 'Nothing in it.' } as const
    const refusing = deskWith(big(3), fakeStatementParser([{ kind: 'problem', problem }]))
    refusing.desk.add([file])
    expect(refusing.phase()).toEqual({ kind: 'refused', problem })
    const failing = deskWith(big(3), { parse: () => throwError(() => new Error('The disk is gone.')) })
    failing.desk.add([file])
    expect(failing.phase()).toMatchObject({
      kind: 'refused',
      problem: { code: 'import/unexpected', message: expect.stringContaining('The disk is gone.') },
    })
  })

  it('[DSK-8] reads while somebody looks at the past', async () => {
    const { desk, store, phase } = deskWith(big(3))
    store.dispatch(imported.resumed({ importId: 'elsewhere' }))
    await store.timeline.seek(-1)
    desk.add([file])
    expect(phase()).toMatchObject({ kind: 'preview' })
  })

  it('[DSK-5] shows as duplicates what another job has booked in the meantime', async () => {
    const { desk, frames, jobs } = deskWith(big(3))
    desk.add([file, file])
    desk.confirm('job-1')
    await settled()
    frames.next()
    expect(jobs()[1]?.phase).toMatchObject({ kind: 'preview', plan: { duplicates: 3, entries: { length: 0 } } })
  })

  it('[DSK-6] goes on booking while somebody looks at the past', async () => {
    const { desk, frames, entries, store, phase } = deskWith(big(600))
    desk.add([file])
    desk.confirm('job-1')
    await settled()
    await store.timeline.seek(-1)
    frames.next()
    frames.next()
    expect(entries()).toBe(600)
    expect(phase()).toMatchObject({ kind: 'done' })
    expect(store.get(ledger).entries.size).toBe(0)
  })
})

/** Lets the inbox answer: its promises are settled in one turn of the microtask queue each. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}
