import type { EffectServices } from '../effect/EffectServices.ts'
import { distinctUntilChanged } from '../rx.ts'
import type { Intake } from './Intake.ts'
import type { LiveEnd } from './LiveEnd.ts'
import type { Notifier } from './Notifier.ts'
import type { RecordLoader } from './RecordLoader.ts'
import type { View } from './Store.ts'

export interface EffectServicesParts
  extends Pick<EffectServices, 'deps' | 'scheduler' | 'infoOf' | 'dispatch' | 'unlogged' | 'report'> {
  readonly client: string
  readonly live: View
  readonly liveEnd: LiveEnd
  readonly notifier: Notifier
  readonly intake: Intake
  readonly loader: RecordLoader
}

/** What a store does for its effects: they read the live state, wherever the playhead stands. */
export function effectServices(parts: EffectServicesParts): EffectServices {
  const { deps, scheduler, infoOf, dispatch, unlogged, report, client, live, liveEnd, notifier, intake, loader } = parts
  return {
    deps,
    scheduler,
    infoOf,
    dispatch,
    unlogged,
    report,
    get: live.get,
    getState: live.getState,
    state$: notifier.values(live.getState).pipe(distinctUntilChanged()),
    isOwn: ({ id }) => id.startsWith(client),
    fail: (error) =>
      intake.run(() => {
        throw error
      }, undefined),
    drain: () => intake.drain,
    newestFirst: () => liveEnd.log.records.range(0, liveEnd.log.head, { newestFirst: true }),
    loadAll: () => loader.load({ from: 0, to: liveEnd.log.head }),
  }
}
