import { Banner } from '@playhead/ui'
import { PastBanner } from '../features/time/index.ts'
import { useStream } from '../hooks.ts'
import { useBank } from './BankContext.ts'

/** What the reader must know on every page: that this is the past, that nothing is kept, that something went wrong. */
export function Banners() {
  const { storage, fault$, dismissFault, placeUrl } = useBank()
  const fault = useStream(fault$)
  const linkProblem = useStream(placeUrl.problem$)
  return (
    <>
      {fault && (
        <Banner kind="error" isFlush title="Something went wrong" onDismiss={dismissFault}>
          {fault.message}
        </Banner>
      )}
      {storage === 'memory' && (
        <Banner kind="warning" isFlush announce="off" title="Nothing is kept">
          This browser gives the page no storage: what you import is gone when you close it.
        </Banner>
      )}
      {linkProblem !== undefined && (
        <Banner
          kind="warning"
          isFlush
          title="The link’s place in time cannot be shown"
          onDismiss={() => placeUrl.dismissProblem()}
        >
          {linkProblem}
        </Banner>
      )}
      <PastBanner />
    </>
  )
}
