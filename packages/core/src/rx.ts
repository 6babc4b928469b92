/**
 * All that Playhead uses of RxJS 7. The only file that imports it: RxJS 9 is a different
 * library, and this is where it would be met.
 */

export type { Observer, Operator, SchedulerAction, SchedulerLike, TeardownLogic } from 'rxjs'
export {
  asyncScheduler,
  BehaviorSubject,
  distinctUntilChanged,
  map,
  Observable,
  Subject,
  Subscriber,
  Subscription,
  scan,
} from 'rxjs'
