/**
 * All that Playhead uses of RxJS 7. The only file that imports it: RxJS 9 is a different
 * library, and this is where it would be met.
 */

export type { Subscription } from 'rxjs'
export { distinctUntilChanged, Observable, Subject, scan } from 'rxjs'
