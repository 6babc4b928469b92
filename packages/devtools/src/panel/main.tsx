import '@playhead/ui/base.css'
import './app/document.css'
import { HAND_OVER } from '../mount/handOver.ts'
import type { MountPanel } from '../mount/PanelBundle.ts'
import { mountPanel } from './app/mountPanel.tsx'

// Whoever has loaded this file as a script, and not as a module to import, is given the panel.
const page = globalThis as { [HAND_OVER]?: (mount: MountPanel) => void }
page[HAND_OVER]?.(mountPanel)

export { mountPanel }
