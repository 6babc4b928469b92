/**
 * What the test kit uses of RxJS beyond `../rx.ts`. Apart from it, so that no app loads the
 * testing part of RxJS.
 */

export type { RunHelpers } from 'rxjs/testing'
export { TestScheduler } from 'rxjs/testing'
