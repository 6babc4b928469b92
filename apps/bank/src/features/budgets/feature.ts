import { ChartPie } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'
import { categories } from './categories.ts'
import { categoryWords } from './categorise.ts'

export const feature: Feature = {
  name: 'budgets',
  slices: [categories],
  pages: [
    {
      path: '/budgets',
      title: 'Budgets',
      icon: ChartPie,
      rank: 2,
      load: async () => (await import('./ui/BudgetsPage.tsx')).BudgetsPage,
    },
  ],
  words: categoryWords,
  parts: {
    category: {
      rank: 1,
      Part: lazy(async () => ({ default: (await import('./ui/CategoryBadge.tsx')).CategoryBadge })),
    },
    overview: { rank: 2, Part: lazy(async () => ({ default: (await import('./ui/SpendingCard.tsx')).SpendingCard })) },
    entry: {
      rank: 2,
      Part: lazy(async () => ({ default: (await import('./ui/CategoryOfEntry.tsx')).CategoryOfEntry })),
    },
  },
}
