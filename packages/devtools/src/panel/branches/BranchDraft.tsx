import { useEffect, useState } from 'react'
import { useStores } from '../connection/StoresContext.ts'
import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { DraftDialog } from './DraftDialog.tsx'

/** The form of a branch that is being drafted, wherever in the panel that began. */
export function BranchDraft() {
  const { all } = useStores()
  const { draft } = useSelector(focus)
  const { branchDraftClosed, storeChosen } = useActions(panel)
  const [made, setMade] = useState<string>()

  // The panel follows the app to a branch once it is told of it: until then there is nothing to look at.
  const isThere = made !== undefined && all?.some(({ id }) => id === made)
  useEffect(() => {
    if (!isThere) return
    storeChosen(made)
    setMade(undefined)
  }, [isThere, made, storeChosen])

  return draft ? (
    <DraftDialog
      key={JSON.stringify(draft)}
      store={draft.store}
      edit={draft.edit}
      onMade={(branch, isShown) => {
        if (isShown) setMade(branch)
      }}
      onClose={() => void branchDraftClosed()}
    />
  ) : null
}
