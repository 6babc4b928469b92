import { PlayheadError } from '@playhead/core'
import type { CauseGraph, CauseNode } from '../../protocol/calls.ts'
import type { RunView } from '../../protocol/overview.ts'
import { BLOCK_RECORDS } from '../index/RecordIndex.ts'
import { visibleText } from '../preview/visibleText.ts'
import type { AgentStore } from '../store/AgentStore.ts'
import { runOfRecords, runView } from '../timeline/runViews.ts'
import type { Steps } from '../work/inSlices.ts'

/**
 * The way from the outside event to a record, and on to what it caused.
 *
 * @throws PlayheadError `devtools/no-record`
 */
export function* causeGraph(store: AgentStore, at: number): Steps<CauseGraph> {
  if (!Number.isInteger(at) || at < 0 || at > store.head) throw noRecord(at, store.head)
  yield* store.knowing(at, at)
  const ancestors = yield* ancestorsOf(store, at)
  const caused = yield* causedBy(store, at)
  const shown = caused.slice(0, CAUSED_SHOWN_MAX)
  const effects = effectsOf(store, at, shown)
  return {
    ancestors,
    self: nodeOf(store, at),
    effects,
    direct: shown.filter((offset) => store.index.effectAt(offset) === 0).map((offset) => nodeOf(store, offset)),
    more: caused.length - shown.length,
  }
}

function* ancestorsOf(store: AgentStore, at: number): Steps<readonly CauseNode[]> {
  const { index } = store
  const ancestors: CauseNode[] = []
  const seen = new Set([at])
  for (let offset = at; ancestors.length < ANCESTORS_MAX; ) {
    const cause = index.causeAt(offset)
    if (cause === undefined) break
    const from = yield* find(store, cause, offset)
    if (from < 0 || seen.has(from)) break
    seen.add(from)
    ancestors.push(nodeOf(store, from))
    offset = from
  }
  return ancestors.reverse()
}

/** The offset of an id that is not after another; −1 where the log has none. Causes are near: the nearest blocks first. */
function* find(store: AgentStore, id: string, before: number): Steps<number> {
  for (let block = Math.floor(before / BLOCK_RECORDS); ; block--) {
    const known = store.index.offsetOf(id)
    if (known >= 0 || block < 0) return known
    yield* store.filling(block)
  }
}

/** Offsets of what a record caused, directly or by effects. */
function* causedBy(store: AgentStore, at: number): Steps<readonly number[]> {
  yield* store.knowing(at, store.head)
  const { index, head } = store
  const id = index.causeId(index.idAt(at))
  const caused: number[] = []
  if (!id) return caused
  for (let offset = at + 1; offset <= head; offset++) {
    if (offset % YIELD_EVERY === YIELD_EVERY - 1) yield
    if (index.isCausedBy(offset, id)) caused.push(offset)
  }
  return caused
}

/** What the record started, with what each run sent. Runs that sent nothing are known of the journal alone. */
function effectsOf(store: AgentStore, at: number, caused: readonly number[]): CauseGraph['effects'] {
  const { index } = store
  const id = index.idAt(at)
  const byRun = new Map<string, number[]>()
  for (const offset of caused) {
    if (index.effectAt(offset) === 0) continue
    const key = `${index.runAt(offset)} ${index.effects.textOf(index.effectAt(offset))}`
    byRun.set(key, [...(byRun.get(key) ?? []), offset])
  }
  const effects: { run: RunView; caused: CauseNode[] }[] = []
  for (const run of store.runs) {
    if (run.record?.id !== id) continue
    const key = `${run.run} ${run.effect}`
    effects.push({ run: runView(store, run), caused: (byRun.get(key) ?? []).map((offset) => nodeOf(store, offset)) })
    byRun.delete(key)
  }
  for (const emitted of byRun.values())
    effects.push({ run: runOfRecords(store, emitted), caused: emitted.map((offset) => nodeOf(store, offset)) })
  return effects
}

function nodeOf({ index }: AgentStore, offset: number): CauseNode {
  const effect = index.effects.textOf(index.effectAt(offset))
  return {
    id: index.idAt(offset),
    offset,
    type: visibleText(index.types.textOf(index.typeAt(offset)) ?? ''),
    time: index.timeAt(offset),
    effect: effect === undefined ? undefined : { name: effect, run: index.runAt(offset) },
  }
}

const ANCESTORS_MAX = 1_000
const CAUSED_SHOWN_MAX = 200
const YIELD_EVERY = 16_384

const noRecord = (offset: number, head: number) =>
  new PlayheadError({
    code: 'devtools/no-record',
    message: `There is no record at offset ${String(offset)}: the log has records 0 to ${head}. Choose one of them.`,
  })
