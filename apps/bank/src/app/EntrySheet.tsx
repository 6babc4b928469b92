import { Dialog } from '@playhead/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense } from 'react'
import { Parts } from '../feature/index.ts'
import { useAccountOf } from '../features/accounts/ui/useAccountOf.ts'
import { useLive, useTimeView } from '../features/time/index.ts'
import { entry } from '../features/transactions/index.ts'
import { EntryDetails } from '../features/transactions/ui/EntryDetails.tsx'
import { useSelector } from '../hooks.ts'
import styles from './EntrySheet.module.css'

/** The entry that the address names, beside the page. */
export function EntrySheet() {
  const { entry: entryId } = useSearch({ from: '__root__' })
  const navigate = useNavigate()
  const close = () =>
    void navigate({ to: '.', search: ({ entry: _, ...search }) => search, replace: true, resetScroll: false })
  return (
    <Dialog
      title="Transaction"
      placement="end"
      isOpen={entryId !== undefined}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      {entryId !== undefined && <ShownEntry entryId={entryId} onLeave={close} />}
    </Dialog>
  )
}

function ShownEntry({ entryId, onLeave }: { entryId: string; onLeave: () => void }) {
  const shown = useSelector(entry(entryId))
  const known = useLive(entry(entryId))
  const view = useTimeView()
  const accountOf = useAccountOf()
  if (!shown) {
    return (
      <p>
        {known
          ? 'At this place in time the entry was not recorded yet. Go back to now to see it.'
          : 'There is no such entry here. The link may come from another browser: each has a ledger of its own.'}
      </p>
    )
  }
  return (
    <div className={styles.sheet}>
      <EntryDetails
        entry={shown}
        accountOf={accountOf}
        onViewDay={(day) => {
          view.viewDay(day)
          onLeave()
        }}
        onViewMoment={(time) => {
          void view.viewMoment(time)
          onLeave()
        }}
      />
      <Suspense fallback={null}>
        <Parts of="entry" entry={shown} leave={onLeave} />
      </Suspense>
    </div>
  )
}
