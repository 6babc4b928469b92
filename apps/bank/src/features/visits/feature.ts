import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'

/** What changed since this browser showed the bank last. */
export const feature: Feature = {
  name: 'visits',
  parts: {
    overviewSide: {
      rank: 1,
      Part: lazy(async () => ({ default: (await import('./ui/SinceLastVisit.tsx')).SinceLastVisit })),
    },
  },
}
