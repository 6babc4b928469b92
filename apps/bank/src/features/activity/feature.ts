import { ScrollText } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'

/** Who did what when, and why: the log itself, to be read. It knows no other feature's records but by what stands in them. */
export const feature: Feature = {
  name: 'activity',
  pages: [
    {
      path: '/activity',
      title: 'Activity',
      icon: ScrollText,
      rank: 3,
      isForWideScreens: true,
      load: async () => (await import('./ui/ActivityPage.tsx')).ActivityPage,
    },
  ],
  parts: {
    yourData: { rank: 1, Part: lazy(async () => ({ default: (await import('./ui/ActivityLink.tsx')).ActivityLink })) },
    entry: { rank: 3, Part: lazy(async () => ({ default: (await import('./ui/RecordOfEntry.tsx')).RecordOfEntry })) },
  },
}
