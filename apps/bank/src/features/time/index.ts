// Where in time the page is looking, and the bar that moves it.
export { axisSpan } from './axisSpan.ts'
export type { PlaceSearch } from './placeInUrl.ts'
export type { TimePlace } from './TimePlace.ts'
export { TimeView } from './TimeView.ts'
export { TimeViewProvider, useIsPast, useTimePlace, useTimeView, useViewedDay } from './TimeViewContext.tsx'
export { PastBanner } from './ui/PastBanner.tsx'
export { useLive } from './useLive.ts'
