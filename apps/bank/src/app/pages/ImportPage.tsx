import { ImportDeskView } from '../../features/import/ui/ImportDeskView.tsx'
import { useBank } from '../BankContext.ts'

/** Reads bank statements, shows what they would book, and books it when that is confirmed. */
export function ImportPage() {
  const { desk } = useBank()
  return <ImportDeskView desk={desk} />
}
