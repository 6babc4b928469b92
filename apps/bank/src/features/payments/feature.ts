import { ArrowLeftRight } from 'lucide-react'
import { lazy } from 'react'
import type { Feature } from '../../feature/index.ts'
import { checkBooked } from './checkBooked.ts'
import { sandboxBank } from './clearing/sandboxBank.ts'
import { clearPayment } from './clearPayment.ts'
import { quoteRate } from './fx/quoteRate.ts'
import { quotes } from './fx/quotes.ts'
import { sandboxFxDesk } from './fx/sandboxFxDesk.ts'
import { payees } from './payees.ts'
import { payments } from './payments.ts'
import { reversePayment } from './reversePayment.ts'
import { tellDelay } from './tellDelay.ts'
import { waitUntilDue } from './waitUntilDue.ts'

export const feature: Feature = {
  name: 'payments',
  slices: [payments, payees, quotes],
  effects: [clearPayment, checkBooked, reversePayment, tellDelay, waitUntilDue, quoteRate],
  deps: ({ scheduler, random }) => ({
    clearing: sandboxBank({ scheduler, random }),
    fxDesk: sandboxFxDesk(scheduler),
  }),
  pages: [
    {
      path: '/transfers',
      title: 'Transfers',
      icon: ArrowLeftRight,
      rank: 1,
      load: async () => (await import('./ui/TransfersPage.tsx')).TransfersPage,
    },
  ],
  parts: {
    overviewSide: {
      rank: 2,
      Part: lazy(async () => ({ default: (await import('./ui/PaymentsCard.tsx')).PaymentsCard })),
    },
    entry: { rank: 1, Part: lazy(async () => ({ default: (await import('./ui/PaymentOfEntry.tsx')).PaymentOfEntry })) },
  },
}
