import type { ComponentType, ReactNode } from 'react'
import type { Account } from '../dispatch/Contestant.ts'

/** How one library draws 10,000 rows, each of which reads its own. */
export interface ReactContestant {
  /** Draws row number `at`, and calls `setup.rendered` each time it does. */
  readonly Row: ComponentType<RowProps>
  readonly Provider?: ComponentType<{ readonly children: ReactNode }>
  set(at: number, minor: number): void
  addToAll(minor: number): void
}

export interface RowProps {
  readonly at: number
}

export interface ReactSetup {
  readonly rows: readonly Account[]
  readonly rendered: (at: number) => void
}

export type CreateContestant = (setup: ReactSetup) => ReactContestant
