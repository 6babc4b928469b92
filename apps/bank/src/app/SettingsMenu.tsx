import { IconButton } from '@playhead/ui'
import { Settings } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'

/** The way to theme, data and storage. What opens is loaded when it is first asked for. */
export function SettingsMenu() {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton label="Settings" icon={<Settings />} tooltipPlacement="bottom" onPress={() => setOpen(true)} />
      {isOpen && (
        <Suspense fallback={null}>
          <SettingsDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}

const SettingsDialog = lazy(async () => ({ default: (await import('./SettingsDialog.tsx')).SettingsDialog }))
