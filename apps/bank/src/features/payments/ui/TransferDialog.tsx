import { Dialog } from '@playhead/ui'
import { TransferForm } from './TransferForm.tsx'

/** Asks for a transfer, over the page. */
export function TransferDialog({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      title="New transfer"
      description="A sandbox bank carries it out: money moves in this browser alone."
      size="sm"
      isOpen
      onOpenChange={(isOpen) => !isOpen && onClose()}
    >
      <TransferForm onDone={onClose} />
    </Dialog>
  )
}
