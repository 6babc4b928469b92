import type { Observable } from 'rxjs'
import { animationFrames, race, take, timer } from 'rxjs'

/** The next frame; or a moment later in a page that is hidden, where the browser draws none. */
export const nextFrame = (): Observable<unknown> => race(animationFrames(), timer(HIDDEN_PAGE_MS)).pipe(take(1))

const HIDDEN_PAGE_MS = 100
