import type { ReactNode } from 'react'
import { classNames } from '../internal/classNames.ts'
import styles from './AppShell.module.css'

export interface AppShellProps {
  /** Name and mark of the product, at the head of the sidebar and, on a small screen, of the top bar. */
  brand: ReactNode
  /** `NavItem`s: a sidebar, a rail below 1,024 px, a bar at the bottom below 640 px. Five at most fit there. */
  navigation: ReactNode
  navigationLabel?: string
  /** At the foot of the sidebar; not shown on narrower screens. */
  sidebarFooter?: ReactNode
  /** Title, search and actions of the page. */
  topBar?: ReactNode
  /** Below the top bar, from edge to edge: a `Banner` with `isFlush`. */
  banner?: ReactNode
  /** Stays at the bottom while the content scrolls. */
  timeBar?: ReactNode
  timeBarLabel?: string
  /** While the playhead is parked: page and time bar take the tint of the past. */
  isPast?: boolean
  children: ReactNode
}

/**
 * The frame of an application, from 360 to 2,560 px: navigation, top bar, content, time bar, with the landmarks and the
 * skip link that go with them.
 *
 *   ┌──────┬─────────────┐      ┌─────────────┐
 *   │ brand│ top bar     │      │ top bar     │
 *   │ nav  ├─────────────┤      ├─────────────┤
 *   │      │ content     │      │ content     │
 *   │      ├─────────────┤      ├─────────────┤
 *   │ foot │ time bar    │      │ time bar    │
 *   └──────┴─────────────┘      ├─────────────┤
 *                               │ nav         │
 *                               └─────────────┘
 */
export function AppShell({
  brand,
  navigation,
  navigationLabel = 'Main',
  sidebarFooter,
  topBar,
  banner,
  timeBar,
  timeBarLabel = 'Time',
  isPast = false,
  children,
}: AppShellProps) {
  return (
    <div className={classNames(styles.shell, isPast && styles.past)} data-past={isPast || undefined}>
      <a className={styles.skip} href="#main">
        Skip to content
      </a>
      <div className={styles.sidebar}>
        <div className={styles.brand}>{brand}</div>
        <nav aria-label={navigationLabel} className={styles.navigation}>
          {navigation}
        </nav>
        {sidebarFooter != null && <div className={styles.sidebarFooter}>{sidebarFooter}</div>}
      </div>
      <header className={styles.top}>
        <div className={styles.topBar}>
          <div className={styles.topBrand}>{brand}</div>
          {topBar}
        </div>
        {banner}
      </header>
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.content}>{children}</div>
      </main>
      {timeBar != null && (
        <section aria-label={timeBarLabel} className={styles.timeBar}>
          {timeBar}
        </section>
      )}
    </div>
  )
}
