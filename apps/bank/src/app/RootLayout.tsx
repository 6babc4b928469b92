import { AppShell, PageDropTarget } from '@playhead/ui'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { TimeBar, useIsPast } from '../features/time/index.ts'
import { useBank } from './BankContext.ts'
import { Banners } from './Banners.tsx'
import { Brand } from './Brand.tsx'
import { EntrySheet } from './EntrySheet.tsx'
import { Navigation } from './Navigation.tsx'
import { TopBar } from './TopBar.tsx'

/** What every page has around it. A statement dropped anywhere leads to the import page. */
export function RootLayout() {
  const { desk } = useBank()
  const isPast = useIsPast()
  const navigate = useNavigate()
  return (
    <AppShell
      brand={<Brand />}
      navigation={<Navigation />}
      sidebarFooter="Everything stays in this browser."
      topBar={<TopBar />}
      banner={<Banners />}
      timeBar={<TimeBar />}
      isPast={isPast}
    >
      <Outlet />
      <EntrySheet />
      <PageDropTarget
        label="Drop to import"
        description="Nothing is booked before you confirm."
        onFiles={(files) => {
          desk.add(files)
          void navigate({ to: '/import' })
        }}
      />
    </AppShell>
  )
}
