import { Button, Checkbox, Dialog, TextField } from '@playhead/ui'
import { useState } from 'react'
import styles from './BookmarkDialog.module.css'
import { formatCount } from './format.ts'

export interface BookmarkDialogProps {
  offset: number
  /** The bookmark that is there already. */
  bookmark: { readonly note: string; readonly isPinned?: boolean } | undefined
  onSave: (note: string, isPinned: boolean) => void
  onRemove: () => void
  onClose: () => void
}

/** A note about a record. It may be empty: the place is what is kept. */
export function BookmarkDialog({ offset, bookmark, onSave, onRemove, onClose }: BookmarkDialogProps) {
  const [text, setText] = useState(bookmark?.note ?? '')
  const [isPinned, setPinned] = useState(bookmark?.isPinned ?? false)
  const save = () => {
    onSave(text.trim(), isPinned)
    onClose()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      size="sm"
      title={`Bookmark record ${formatCount(offset)}`}
      footer={
        <>
          {bookmark && (
            <Button
              variant="ghost"
              onPress={() => {
                onRemove()
                onClose()
              }}
            >
              Remove
            </Button>
          )}
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label="Note"
          value={text}
          onChange={setText}
          autoFocus
          maxLength={NOTE_LENGTH_MAX}
          placeholder="What is to be found here again"
        />
        <Checkbox isSelected={isPinned} onChange={setPinned}>
          Pin it above the records
        </Checkbox>
      </form>
    </Dialog>
  )
}

const NOTE_LENGTH_MAX = 500
