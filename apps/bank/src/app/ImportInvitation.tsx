import { Button, Card } from '@playhead/ui'
import { useNavigate } from '@tanstack/react-router'
import { Upload } from 'lucide-react'
import { useRef } from 'react'
import { statementFileTypes } from '../features/import/ui/statementFileTypes.ts'
import { useBank } from './BankContext.ts'
import styles from './ImportInvitation.module.css'

/** Invites to bring a statement. The whole page takes what is dropped; here is the button for those who do not drag. */
export function ImportInvitation() {
  const { desk } = useBank()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  return (
    <Card
      title="Import statements"
      description="Drop bank statements anywhere: MT940, CAMT or CSV. They stay in this browser."
    >
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={statementFileTypes.join(',')}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])]
          currentTarget.value = ''
          if (files.length === 0) return
          desk.add(files)
          void navigate({ to: '/import' })
        }}
      />
      <Button icon={<Upload />} className={styles.button} onPress={() => input.current?.click()}>
        Choose files
      </Button>
    </Card>
  )
}
