import { RouterProvider } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FeaturesContext } from '../feature/index.ts'
import { TimeViewProvider } from '../features/time/index.ts'
import { StoreProvider } from '../hooks.ts'
import type { Bank } from './BankContext.ts'
import { BankContext } from './BankContext.ts'
import type { BankRouter } from './createBankRouter.tsx'
import { features } from './features.ts'
import { parseSearch } from './searchParams.ts'

/** The dashboard over an open bank. */
export function App({ bank, router }: { bank: Bank; router: BankRouter }) {
  useEffect(
    () =>
      bank.placeUrl.connect({
        // The root route writes the place into every address that is made.
        rewrite: () => void router.navigate({ to: '.', search: (search) => search, replace: true, resetScroll: false }),
        onTraverse: (moved) =>
          router.history.subscribe(({ location, action }) => {
            if (action.type !== 'PUSH' && action.type !== 'REPLACE') moved(parseSearch(location.search))
          }),
      }),
    [bank, router],
  )
  return (
    <StoreProvider store={bank.store}>
      <TimeViewProvider view={bank.view}>
        <FeaturesContext value={features}>
          <BankContext value={bank}>
            <RouterProvider router={router} />
          </BankContext>
        </FeaturesContext>
      </TimeViewProvider>
    </StoreProvider>
  )
}
