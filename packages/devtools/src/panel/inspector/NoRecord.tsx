import { EmptyState } from '@playhead/ui'
import { Inbox } from 'lucide-react'

/** Before the first record. */
export function NoRecord({ head }: { readonly head: number }) {
  return (
    <EmptyState icon={<Inbox />} title={head < 0 ? 'No records yet' : 'Before the first record'}>
      {head < 0
        ? 'The first action that the app dispatches is shown here.'
        : 'The State tab shows what every slice begins with. Step forward for the first record.'}
    </EmptyState>
  )
}
