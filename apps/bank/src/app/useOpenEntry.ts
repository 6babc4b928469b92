import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Opens an entry beside the page. It stands in the address, so that a link shows it. */
export function useOpenEntry(): (entryId: string) => void {
  const navigate = useNavigate()
  return useCallback(
    (entry) => void navigate({ to: '.', search: (search) => ({ ...search, entry }), resetScroll: false }),
    [navigate],
  )
}
