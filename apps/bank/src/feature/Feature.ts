import type { AnySlice, Effect, Random, Selector } from '@playhead/core'
import type { ComponentType } from 'react'
import type { SchedulerLike } from 'rxjs'
import type { TimeZone } from '../calendar/index.ts'
import type { Account, PostedEntry } from '../ledger/index.ts'

/**
 * What a feature brings to the bank. It lies in `features/<name>/feature.ts`, exported as `feature`, and is found
 * there: nothing else names it, so a folder that is taken out takes all of it along, and the rest works on.
 */
export interface Feature {
  readonly name: string
  readonly slices?: readonly AnySlice[]
  /** What they need comes from `deps`, of this feature or another. */
  readonly effects?: readonly Effect<never>[]
  /** Makes what its effects need. */
  deps?(ports: FeaturePorts): object
  readonly pages?: readonly FeaturePage[]
  readonly parts?: FeatureParts
  /** What it says of entries, so that they are found by it: a function that is the same while it says the same. */
  readonly words?: Selector<(entry: PostedEntry) => string>
}

/** What features may build upon. */
export interface FeaturePorts {
  readonly scheduler: SchedulerLike
  readonly random: Random
  /** The zone in which days begin for whoever uses the bank. */
  readonly timeZone: TimeZone
}

/** A page of its own. */
export interface FeaturePage {
  /** As the router writes it: `/transfers`, `/accounts/$accountId/statements`. */
  readonly path: string
  readonly title: string
  /** Pages with an icon stand in the navigation. */
  readonly icon?: ComponentType
  /** Where in the navigation: ascending, from 1. */
  readonly rank?: number
  /** Not in the navigation of a phone, which has room for five: other pages lead there. */
  readonly isForWideScreens?: boolean
  /** Loaded when it is first gone to. */
  load(): Promise<ComponentType>
}

/** The places on other pages where a feature may put something, and what stands there is given. */
export interface PartProps {
  /** On the overview: wide, in the middle, and narrow, at the side. */
  readonly overview: object
  readonly overviewSide: object
  /** In an account's head, below its balance. */
  readonly accountHead: { readonly account: Account }
  /** Between an account's head and its lines. */
  readonly account: { readonly account: Account }
  /** In the details of an entry. `leave` closes them. */
  readonly entry: { readonly entry: PostedEntry; readonly leave: () => void }
  /** What an entry was for, in a line of a list; what the entry came with where no feature says it. */
  readonly category: { readonly entry: PostedEntry }
  /** Behind the number of records, where it is said what is stored. */
  readonly yourData: object
  /** At the end of the top bar. */
  readonly topBar: object
}

export type PartPlace = keyof PartProps

export type FeatureParts = { readonly [Place in PartPlace]?: FeaturePart<Place> }

export interface FeaturePart<Place extends PartPlace> {
  /** Ascending from the top, from 1. */
  readonly rank: number
  readonly Part: ComponentType<PartProps[Place]>
}
