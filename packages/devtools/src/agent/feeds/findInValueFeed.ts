import type { FeedHandlers } from '../../protocol/serveAgent.ts'
import type { Answering } from '../calls/Answering.ts'
import { findingText } from '../values/findingText.ts'
import { rootOf } from '../values/rootOf.ts'
import { valueAt } from '../values/valueAt.ts'
import { inSlices } from '../work/inSlices.ts'

/** Keys and values within a value that contain a text. */
export const findInValueFeed =
  ({ stores, time }: Answering): FeedHandlers['findInValue'] =>
  (give, out) => {
    const stopped = new AbortController()
    const store = stores.get(give.store)
    const search = async () => {
      const value = valueAt(await rootOf(store, give.value), give.path)
      const looked = { values: 0 }
      const sliced = () => out.part({ kind: 'searched', values: looked.values })
      const work = findingText(value, { ...give, found: (found) => out.part(found), looked })
      await inSlices(work, { time, signal: stopped.signal, sliced })
      if (stopped.signal.aborted) return
      sliced()
      out.end()
    }
    search().catch((thrown) => out.refuse(thrown))
    return () => stopped.abort()
  }
