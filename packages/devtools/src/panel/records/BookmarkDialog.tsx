import { Button, Dialog, TextField } from '@playhead/ui'
import { useState } from 'react'
import { formatCount } from './format.ts'

export interface BookmarkDialogProps {
  offset: number
  /** Of the bookmark that is there already. */
  note: string | undefined
  onSave: (note: string) => void
  onRemove: () => void
  onClose: () => void
}

/** A note about a record. It may be empty: the place is what is kept. */
export function BookmarkDialog({ offset, note, onSave, onRemove, onClose }: BookmarkDialogProps) {
  const [text, setText] = useState(note ?? '')
  const save = () => {
    onSave(text.trim())
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
          {note !== undefined && (
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
      </form>
    </Dialog>
  )
}

const NOTE_LENGTH_MAX = 500
