import type { LibraryName } from './libraries.ts'

/** What a page is to measure. */
export interface PageQuestion {
  readonly library: LibraryName
  readonly kind: 'one' | 'burst' | 'all'
  /** 10,000 rows in one list, or in 100 groups of 100. */
  readonly layout: 'flat' | 'nested'
  /** Changes before the first that counts. */
  readonly warmUps: number
  readonly samples: number
  /** Fewer samples where they would take longer than this; never fewer than one. */
  readonly budgetMs: number
}

declare global {
  interface Window {
    /** Resolves with the milliseconds of each change, from the click that makes it to the end of React's commit. */
    measure(question: PageQuestion): Promise<readonly number[]>
  }
}
