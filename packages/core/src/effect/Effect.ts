import type { Trigger } from '../action/Trigger.ts'
import type { LogRecord } from '../log/LogRecord.ts'
import type { Observable } from '../rx.ts'
import type { FamilyKey } from '../selector/createSelectorFamily.ts'
import type { Selector } from '../selector/Selector.ts'
import type { EffectContext } from './EffectContext.ts'
import type { Flatten } from './EffectDefinition.ts'
import type { EffectHost } from './EffectHost.ts'
import type { EffectServices } from './EffectServices.ts'
import type { RunJournal } from './RunJournal.ts'

/** Where an effect keeps what it does. */
export const EFFECT: unique symbol = Symbol('playhead.effect')

/** What runs it: each effect brings that along, so that a store without effects does not. */
export const EFFECT_HOST: unique symbol = Symbol('playhead.effectHost')

/** Any effect, whatever it needs. It says nothing of needs, or an effect written in a list of these would be taken to need nothing that exists. */
export interface AnyEffect {
  readonly name: string
  readonly [EFFECT]: unknown
  readonly [EFFECT_HOST]: (services: EffectServices, journal: RunJournal) => EffectHost
}

/** A stream of actions caused by actions. `Deps` is what its store must be given. */
export interface Effect<in Deps> extends AnyEffect {
  readonly [EFFECT]: (deps: Deps) => EffectProgram
}

/** The dependencies that all of these effects need together. */
export type DepsOf<Effects extends readonly AnyEffect[]> = Effects extends readonly []
  ? object
  : Effects extends readonly Effect<infer Deps extends object>[]
    ? Deps
    : never

/** What an effect does, its types left behind. */
export type EffectProgram = FlattenedProgram | StreamProgram

export interface FlattenedProgram {
  readonly kind: 'flattened'
  readonly deps: object
  readonly on: readonly Trigger[]
  readonly flatten: Flatten
  readonly key: ((record: LogRecord) => FamilyKey) | undefined
  readonly cancelOn: readonly Trigger[]
  /** The key whose runs a record stops. Absent: it stops all. */
  readonly cancelKey: ((record: LogRecord) => FamilyKey) | undefined
  readonly run: (record: LogRecord, context: EffectContext) => unknown
  readonly failed: (error: unknown, record: LogRecord) => unknown
  readonly resume: Selector<Iterable<unknown>> | undefined
}

export interface StreamProgram {
  readonly kind: 'stream'
  readonly deps: object
  readonly stream: (action$: Observable<LogRecord>, context: EffectContext, live: LiveSource) => unknown
}

/** What epics are given. */
export interface LiveSource {
  readonly deps: object
  getState(): object
  /** The state now, and each different one after it. */
  readonly state$: Observable<object>
}
