import '@playhead/ui/base.css'
import { createRoot } from 'react-dom/client'
import { openBank } from './app/openBank.ts'
import { OpeningPage } from './app/pages/OpeningPage.tsx'
import { applyTheme, storedTheme } from './app/theme.ts'

applyTheme(storedTheme())
const root = createRoot(document.getElementById('root') as HTMLElement)
root.render(<OpeningPage />)

// The pages are loaded while the log is being opened.
const loadingPages = import('./app/mountBank.tsx')

openBank().then(
  async (bank) => {
    // Of the production entry: the panel is part of what this dashboard shows.
    void import('@playhead/devtools/production').then(({ attachDevtools }) =>
      attachDevtools(bank.store, { name: 'bank' }),
    )
    const { mountBank } = await loadingPages
    mountBank(root, bank)
  },
  async (error: unknown) => {
    const { OpenFailedPage } = await import('./app/pages/OpenFailedPage.tsx')
    root.render(<OpenFailedPage error={error} />)
  },
)
