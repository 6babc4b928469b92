import { useMatches } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { Parts } from '../feature/index.ts'
import { account } from '../features/accounts/index.ts'
import { useSelector } from '../hooks.ts'
import { SettingsMenu } from './SettingsMenu.tsx'
import styles from './TopBar.module.css'
import { useHeaderSize } from './useHeaderSize.ts'

/** The page's title, and what belongs to the whole app. */
export function TopBar() {
  const title = usePageTitle()
  useEffect(() => {
    document.title = `${title} · Playhead bank`
  }, [title])
  const ref = useHeaderSize()
  return (
    <div ref={ref} className={styles.bar}>
      <h1 className={styles.title}>{title}</h1>
      <Suspense fallback={null}>
        <Parts of="topBar" />
      </Suspense>
      <SettingsMenu />
    </div>
  )
}

function usePageTitle(): string {
  const { title, accountId } = useMatches({
    select: (matches) => {
      const { staticData, params } = matches.at(-1) ?? {}
      return { title: staticData?.title, accountId: params && 'accountId' in params ? String(params.accountId) : '' }
    },
    structuralSharing: true,
  })
  const shown = useSelector(account(accountId))
  return shown?.name ?? title ?? 'Not found'
}
