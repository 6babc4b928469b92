import { Button, Dialog } from '@playhead/ui'
import { countOf } from '../records/format.ts'

export interface DeleteDialogProps {
  name: string
  /** Branches of it, that would go as well. */
  below: number
  onDelete: () => void
  onClose: () => void
}

/** Asks before a branch goes: it cannot be made again from nothing. */
export function DeleteDialog({ name, below, onDelete, onClose }: DeleteDialogProps) {
  return (
    <Dialog
      isOpen
      role="alertdialog"
      size="sm"
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      title={`Delete the branch “${name}”?`}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="danger" onPress={onDelete}>
            Delete
          </Button>
        </>
      }
    >
      {below > 0 ? `${countOf(below, 'branch', 'branches')} of it will be deleted as well. ` : ''}
      What was dispatched on it is lost. The original stays as it is.
    </Dialog>
  )
}
