import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { preview, previewParts } from '../preview/preview.ts'
import { changesView } from '../values/changesView.ts'
import { locate } from '../values/locate.ts'
import { rootOf, stateAt } from '../values/rootOf.ts'
import { textOfValue } from '../values/textOfValue.ts'
import { valueAt } from '../values/valueAt.ts'
import type { Answering } from './Answering.ts'

type ValueCalls = Pick<CallHandlers, 'value' | 'children' | 'locate' | 'text' | 'diff' | 'compare'>

/** Values, and what is different between two of them. */
export const valueCalls = ({ stores }: Answering): ValueCalls => ({
  value: async ({ store, value, path }) => preview(valueAt(await rootOf(stores.get(store), value), path)),
  children: async ({ store, value, path, from, to }) =>
    previewParts(valueAt(await rootOf(stores.get(store), value), path), from, to),
  locate: async ({ store, value, path }) => locate(await rootOf(stores.get(store), value), path),
  text: async ({ store, value, path, as }) => textOfValue(valueAt(await rootOf(stores.get(store), value), path), as),
  async diff({ store, before, after, changesMax }) {
    const found = stores.get(store)
    return changesView(await stateAt(found, before), await stateAt(found, after), changesMax)
  },
  compare: async ({ before, after, changesMax }) =>
    changesView(
      await stateAt(stores.get(before.store), before.at),
      await stateAt(stores.get(after.store), after.at),
      changesMax,
    ),
})
