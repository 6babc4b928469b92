import { Button } from '@playhead/ui'
import { Plus } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useIsPast } from '../../time/index.ts'

/** A button, and the dialog that asks for a transfer, loaded when it is first asked for. The past is read-only. */
export function NewTransfer({ variant = 'secondary' }: { variant?: 'primary' | 'secondary' }) {
  const [isOpen, setOpen] = useState(false)
  const isPast = useIsPast()
  return (
    <>
      <Button size="sm" variant={variant} icon={<Plus />} isDisabled={isPast} onPress={() => setOpen(true)}>
        New transfer
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <TransferDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const TransferDialog = lazy(async () => ({ default: (await import('./TransferDialog.tsx')).TransferDialog }))
