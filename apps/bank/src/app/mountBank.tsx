import { StrictMode } from 'react'
import type { Root } from 'react-dom/client'
import { App } from './App.tsx'
import type { Bank } from './BankContext.ts'
import { createBankRouter } from './createBankRouter.tsx'

/** Shows the dashboard over an open bank. */
export function mountBank(root: Root, bank: Bank): void {
  const router = createBankRouter(bank)
  root.render(
    <StrictMode>
      <App bank={bank} router={router} />
    </StrictMode>,
  )
}
