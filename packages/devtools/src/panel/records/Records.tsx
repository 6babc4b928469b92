import { useStores } from '../connection/StoresContext.ts'
import { StoreRecords } from './StoreRecords.tsx'

/** The records of the store in focus: search, travel, keep, and what would be if. */
export function Records() {
  const { current } = useStores()
  return current ? <StoreRecords key={current.id} store={current} /> : null
}
