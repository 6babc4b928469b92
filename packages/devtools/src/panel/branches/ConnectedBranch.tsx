import { useState } from 'react'
import type { StoreOverview } from '../../protocol/overview.ts'
import { useCall } from '../connection/useCall.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import type { BranchRowProps } from './BranchRow.tsx'
import { BranchRow } from './BranchRow.tsx'
import { editViews } from './edits.ts'

type ConnectedBranchProps = Omit<BranchRowProps, 'views' | 'difference'> & { parent: StoreOverview | undefined }

/** A branch with what it does differently, and how its end differs from the original's. */
export function ConnectedBranch({ parent, ...row }: ConnectedBranchProps) {
  const { store } = row
  const { storeChosen, inspectorTabChosen } = useActions(panel)
  const { got } = useCall('branchEdit', { store: store.id })
  const isReady = store.progress === undefined
  // The heads that are compared: they go on, and a comparison costs a walk through both states.
  const [heads, setHeads] = useState<Heads>()
  const now: Heads | undefined = parent && { before: parent.playhead.head, after: store.playhead.head }
  if (isReady && now && !heads) setHeads(now)
  const compared = useCall(
    'compare',
    heads &&
      parent && {
        before: { store: parent.id, at: heads.before },
        after: { store: store.id, at: heads.after },
        changesMax: CHANGES_MAX,
      },
  )
  return (
    <BranchRow
      {...row}
      views={got && editViews(got.edit, got.types)}
      difference={
        heads && {
          changes: compared.got,
          refused: compared.refused?.message,
          isWaiting: compared.waiting,
          isOld: now !== undefined && (now.before !== heads.before || now.after !== heads.after),
          onAgain: () => setHeads(now),
          onOpen: () => {
            storeChosen(store.id)
            inspectorTabChosen('state')
          },
        }
      }
    />
  )
}

interface Heads {
  readonly before: number
  readonly after: number
}

const CHANGES_MAX = 100
