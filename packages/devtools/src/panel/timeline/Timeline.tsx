import { useStores } from '../connection/StoresContext.ts'
import { LoadingTimeline } from './LoadingTimeline.tsx'
import { StoreTimeline } from './StoreTimeline.tsx'

/** The app's time, as a video editor shows it: tracks, runs, branches, and the playhead that is dragged. */
export function Timeline() {
  const { all, current } = useStores()
  if (!all || !current) return <LoadingTimeline isWaiting={!all || all.length > 0} />
  return <StoreTimeline store={current} stores={all} />
}
