import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'

/** What comes in and goes out, by month. */
export const feature: Feature = {
  name: 'cashflow',
  parts: {
    overview: { rank: 1, Part: lazy(async () => ({ default: (await import('./ui/CashFlowCard.tsx')).CashFlowCard })) },
  },
}
