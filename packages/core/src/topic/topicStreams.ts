import type { ActionInfo } from '../action/ActionInfo.ts'
import type { PlayheadError } from '../error/PlayheadError.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Subscription } from '../rx.ts'
import { Observable, Subject } from '../rx.ts'
import { TriggerRoutes } from './TriggerRoutes.ts'
import { topic } from './topic.ts'

/**
 * Makes `store.topic`: streams of the live records whose topic fits a pattern.
 *
 * All of them share one subscription to the records and one set of routes, so a record costs
 * O(its words) and is handed to those that it concerns, however many listen. Nothing is
 * subscribed while nobody listens.
 */
export function topicStreams(
  action$: Observable<LogRecord>,
  infoOf: (type: string) => ActionInfo | undefined,
  report: (error: PlayheadError) => void,
): (pattern: string) => Observable<LogRecord> {
  const routes = new TriggerRoutes<Subject<LogRecord>>(infoOf)
  const listeners = new Set<Subject<LogRecord>>()
  let following: Subscription | undefined

  const listenersOf = (record: LogRecord) => {
    try {
      return routes.of(record)
    } catch (thrown) {
      // A record of others: what is dispatched here was checked.
      report(thrown as PlayheadError)
      return []
    }
  }
  const follow = () =>
    action$.subscribe({
      next(record) {
        for (const listener of listenersOf(record)) listener.next(record)
      },
      complete() {
        for (const listener of [...listeners]) listener.complete()
      },
    })

  return (pattern) => {
    const trigger = topic(pattern)
    return new Observable((subscriber) => {
      const listener = new Subject<LogRecord>()
      subscriber.add(listener.subscribe(subscriber))
      const remove = routes.add(trigger, listener)
      listeners.add(listener)
      subscriber.add(() => {
        remove()
        listeners.delete(listener)
        if (listeners.size > 0) return
        following?.unsubscribe()
        following = undefined
      })
      // Once the store is closed, this completes the listener at once.
      if (!following || following.closed) following = follow()
    })
  }
}
