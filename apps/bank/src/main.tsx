import '@playhead/ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/App.tsx'
import { createBankRouter } from './app/createBankRouter.tsx'
import { openBank } from './app/openBank.ts'
import { OpenFailedPage } from './app/pages/OpenFailedPage.tsx'
import { OpeningPage } from './app/pages/OpeningPage.tsx'
import { applyTheme, storedTheme } from './app/theme.ts'

applyTheme(storedTheme())
const root = createRoot(document.getElementById('root') as HTMLElement)
root.render(<OpeningPage />)

openBank().then(
  (bank) => {
    const router = createBankRouter(bank)
    root.render(
      <StrictMode>
        <App bank={bank} router={router} />
      </StrictMode>,
    )
  },
  (error: unknown) => root.render(<OpenFailedPage error={error} />),
)
