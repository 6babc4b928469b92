import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react'
import type { CalendarDay } from '../../calendar/index.ts'
import type { TimePlace } from './TimePlace.ts'
import { isPast } from './TimePlace.ts'
import type { TimeView } from './TimeView.ts'

const TimeViewContext = createContext<TimeView | undefined>(undefined)

/** Gives the components below their place in time. */
export function TimeViewProvider({ view, children }: { view: TimeView; children: ReactNode }) {
  return <TimeViewContext value={view}>{children}</TimeViewContext>
}

/** The means to move in time. */
export function useTimeView(): TimeView {
  const view = useContext(TimeViewContext)
  if (!view) throw new Error('No TimeViewProvider above: put one around the page, or around the story.')
  return view
}

/** The place being viewed. Renders again when it changes: every frame while somebody drags. */
export const useTimePlace = (): TimePlace => useFromPlace(itself)

/** The last booking day that counts; undefined where all of them do. Selectors take it as their argument. */
export const useViewedDay = (): CalendarDay | undefined => useFromPlace(dayOf)

/** Whether the page shows a past. It is read-only then. Renders again only when that changes. */
export const useIsPast = (): boolean => useFromPlace(isPast)

function useFromPlace<T>(read: (place: TimePlace) => T): T {
  const view = useTimeView()
  const subscribe = useCallback(
    (listener: () => void) => {
      const subscription = view.place$.subscribe(listener)
      return () => subscription.unsubscribe()
    },
    [view],
  )
  return useSyncExternalStore(subscribe, () => read(view.place))
}

const itself = (place: TimePlace) => place
const dayOf = (place: TimePlace) => (place.axis === 'booked' ? place.day : undefined)
