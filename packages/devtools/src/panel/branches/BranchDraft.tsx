import { focus } from '../model/focus.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { DraftDialog } from './DraftDialog.tsx'

/** The form of a branch that is being drafted, wherever in the panel that began. */
export function BranchDraft() {
  const { draft } = useSelector(focus)
  const { branchDraftClosed } = useActions(panel)
  return draft ? (
    <DraftDialog
      key={JSON.stringify(draft)}
      store={draft.store}
      edit={draft.edit}
      onClose={() => void branchDraftClosed()}
    />
  ) : null
}
