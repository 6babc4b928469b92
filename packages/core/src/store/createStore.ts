import { infoOf } from '../action/registry.ts'
import { compileFold } from '../fold/compileFold.ts'
import { foldContext } from '../fold/FoldContext.ts'
import { memoryLog } from '../log/memoryLog.ts'
import type { AnySlice, StateOf } from '../slice/Slice.ts'
import { openStore } from './openStore.ts'
import type { Store } from './Store.ts'
import type { StoreOptions } from './StoreOptions.ts'

/**
 * Opens the log, folds it, and follows it.
 *
 * A log in memory is open when this returns. A durable one takes a moment: until
 * `store.ready`, state is the initial one and dispatches queue.
 *
 * @throws PlayheadError `store/duplicate-slice`, `slice/duplicate-case`, `action/name-taken`
 */
export function createStore<const Slices extends readonly AnySlice[]>(
  options: StoreOptions<Slices>,
): Store<StateOf<Slices>> {
  const context = foldContext()
  const fold = compileFold(options.slices, context)
  return openStore({
    fold,
    context,
    infoOf: (type) => fold.infos.get(type) ?? infoOf(type),
    log: options.log ?? memoryLog(),
    parked: options.parked ?? 'append',
    actor: options.actor,
    clock: options.clock ?? Date,
    random: options.random ?? Math.random,
    payloadBytesMax: options.payloadBytesMax ?? PAYLOAD_BYTES_MAX,
  }) as Store<StateOf<Slices>>
}

const PAYLOAD_BYTES_MAX = 65_536
