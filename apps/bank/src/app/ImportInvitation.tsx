import { Card, DropZone } from '@playhead/ui'
import { useNavigate } from '@tanstack/react-router'
import { statementFileTypes } from '../features/import/ui/statementFileTypes.ts'
import { useBank } from './BankContext.ts'

/** Invites to drop a statement, wherever one is. */
export function ImportInvitation() {
  const { desk } = useBank()
  const navigate = useNavigate()
  return (
    <Card title="Import statements">
      <DropZone
        label="Drop bank statements here"
        description="MT940, CAMT or CSV. They stay in this browser."
        accept={statementFileTypes}
        onFiles={(files) => {
          desk.add(files)
          void navigate({ to: '/import' })
        }}
      />
    </Card>
  )
}
