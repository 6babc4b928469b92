import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'
import { statements } from './statements.ts'

export const feature: Feature = {
  name: 'statements',
  slices: [statements],
  pages: [
    {
      path: '/accounts/$accountId/statements',
      title: 'Statements',
      load: async () => (await import('./ui/StatementsPage.tsx')).StatementsPage,
    },
  ],
  parts: {
    accountHead: {
      rank: 1,
      Part: lazy(async () => ({ default: (await import('./ui/StatementsLink.tsx')).StatementsLink })),
    },
  },
}
