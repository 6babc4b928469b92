import { AppShell } from '@playhead/ui'
import { Brand } from '../Brand.tsx'
import { PageSkeleton } from './PageSkeleton.tsx'

/** While the log is read: the frame of the page, at once. */
export function OpeningPage() {
  return (
    <AppShell brand={<Brand />} navigation={null} isPast={false}>
      <PageSkeleton />
    </AppShell>
  )
}
