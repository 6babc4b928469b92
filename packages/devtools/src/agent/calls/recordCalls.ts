import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { payloadShape } from '../records/payloadShape.ts'
import { recordView } from '../records/recordView.ts'
import { typesSeen } from '../records/typesSeen.ts'
import type { Answering } from './Answering.ts'

type RecordCalls = Pick<
  CallHandlers,
  'rows' | 'rowsOfRun' | 'rowOf' | 'holdSearch' | 'types' | 'payloadShape' | 'record' | 'placeAt' | 'timesAt'
>

/** Records, and lists of them. */
export const recordCalls = ({ stores, lists, run }: Answering): RecordCalls => ({
  rows: (range) => lists.rows(range),
  rowsOfRun: (range) => lists.rowsOfRun(range),
  rowOf: ({ store, list, offset }) => lists.rowOf(store, list, offset),
  holdSearch(give) {
    lists.hold(give)
    return undefined
  },
  types: ({ store }) => run(typesSeen(stores.get(store))),
  payloadShape: ({ store, type }) => run(payloadShape(stores.get(store), type)),
  record: ({ store, at }) => recordView(stores.get(store), at, run),
  placeAt: ({ store, time }) => stores.get(store).inspection.records.offsetAt(time),
  timesAt({ store, places }) {
    const { inspection, head } = stores.get(store)
    return places.map((place) =>
      Number.isInteger(place) && place >= 0 && place <= head ? inspection.records.timeAt(place) : undefined,
    )
  },
})
