import { action, createActions, createSlice, createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'

const steps = createActions('steps', { walked: action<number>() })
const distance = createSlice('distance', 0, (on) => [on(steps.walked, (sum, { payload }) => sum + payload)])
export const store = createStore({ slices: [distance] })
const { useSelector, useTimeline } = createHooks(store)

// #region follow
/** The place that an address names, as in `?at=12`; `undefined` for now. */
const placeOf = (address: URL): number | undefined => {
  const at = Number(address.searchParams.get('at') ?? Number.NaN)
  return Number.isInteger(at) ? at : undefined
}

/** Goes where the address says, and keeps it there from then on. Gives the way to stop it. */
export async function keepPlaceInUrl(page: Window): Promise<() => void> {
  const { timeline } = store
  const follow = async () => {
    const at = placeOf(new URL(page.location.href))
    if (at === undefined || at > timeline.playhead.head) timeline.live()
    else await timeline.seek(Math.max(-1, at))
  }
  const write = () => {
    const address = new URL(page.location.href)
    const { status, offset } = timeline.playhead
    if (status === 'live') address.searchParams.delete('at')
    else address.searchParams.set('at', String(offset))
    // Over the entry that is there: scrubbing is no history of its own.
    if (address.href !== page.location.href) page.history.replaceState(page.history.state, '', address)
  }
  await follow()
  page.addEventListener('popstate', follow)
  const unsubscribe = store.subscribe(write)
  return () => {
    page.removeEventListener('popstate', follow)
    unsubscribe()
  }
}
// #endregion

export default function Page() {
  const metres = useSelector(distance)
  const { status } = useTimeline()
  return (
    <output>
      {metres} m{status === 'live' ? '' : ', then'}
    </output>
  )
}
export { steps }
