import { AppShell, PageDropTarget } from '@playhead/ui'
import { Outlet, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useIsPast } from '../features/time/index.ts'
import { useBank } from './BankContext.ts'
import { Banners } from './Banners.tsx'
import { Brand } from './Brand.tsx'
import { Navigation } from './Navigation.tsx'
import styles from './RootLayout.module.css'
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
      timeBar={
        <Suspense fallback={<div className={styles.timeBar} />}>
          <TimeBar />
        </Suspense>
      }
      isPast={isPast}
    >
      <Outlet />
      <ShownEntry />
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

// Asked for at once, so that it comes while the log is being opened.
const loadingTimeBar = import('../features/time/ui/TimeBar.tsx')
const TimeBar = lazy(async () => ({ default: (await loadingTimeBar).TimeBar }))

const EntrySheet = lazy(async () => ({ default: (await import('./EntrySheet.tsx')).EntrySheet }))

/** The entry that the address names. Loaded with the first; it then stays, to close in its own time. */
function ShownEntry() {
  const { entry } = useSearch({ from: '__root__' })
  const [wasOpen, setWasOpen] = useState(false)
  if (entry !== undefined && !wasOpen) setWasOpen(true)
  if (!wasOpen) return null
  return (
    <Suspense fallback={null}>
      <EntrySheet />
    </Suspense>
  )
}
