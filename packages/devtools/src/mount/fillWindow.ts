import type { Wire } from '../protocol/Wire.ts'
import { DevtoolsError } from './DevtoolsError.ts'
import type { DevtoolsParts } from './DevtoolsParts.ts'
import { HAND_OVER } from './handOver.ts'
import type { MountedPanel, MountPanel } from './PanelBundle.ts'
import type { PanelHost } from './PanelHost.ts'

/** A window that the panel's bundle may be loaded into. */
type PanelWindow = Window & typeof globalThis & { [HAND_OVER]?: (mountPanel: MountPanel) => void }

/**
 * Loads the panel's bundle into a blank window or iframe of this origin, and shows the panel there.
 *
 * @param from.panelUrl of `@playhead/devtools/panel`, for pages whose content security policy forbids `blob:` scripts
 * @throws DevtoolsError `devtools/panel-not-loaded`
 */
export async function fillWindow(
  target: Window,
  from: {
    readonly wire: Wire
    readonly host: PanelHost
    readonly panelUrl: string | undefined
    readonly source: DevtoolsParts['panel']
  },
): Promise<MountedPanel> {
  const win = target as PanelWindow
  const page = win.document
  page.documentElement.lang = 'en'
  page.title = 'Playhead devtools'
  const root = page.body.appendChild(page.createElement('div'))
  root.id = 'panel'
  const mountPanel = await load(win, from)
  return mountPanel(root, from.wire, { host: from.host })
}

async function load(
  win: PanelWindow,
  { panelUrl, source }: { readonly panelUrl: string | undefined; readonly source: DevtoolsParts['panel'] },
): Promise<MountPanel> {
  const blobUrl = panelUrl === undefined ? await blobOf(win, source) : undefined
  const url = panelUrl ?? blobUrl ?? ''
  try {
    return await new Promise<MountPanel>((resolve, reject) => {
      const script = win.document.createElement('script')
      script.type = 'module'
      script.src = url
      script.addEventListener('error', () => reject(notLoaded(panelUrl)))
      // It ran, and hands itself over while it runs: something in it threw, or it is another file.
      script.addEventListener('load', () => reject(notLoaded(panelUrl)))
      win[HAND_OVER] = resolve
      win.document.head.append(script)
    })
  } finally {
    delete win[HAND_OVER]
    if (blobUrl !== undefined) win.URL.revokeObjectURL(blobUrl)
  }
}

async function blobOf(win: PanelWindow, load: DevtoolsParts['panel']): Promise<string> {
  const { source } = await load().catch((thrown: unknown) => {
    throw notLoaded(undefined, thrown)
  })
  return win.URL.createObjectURL(new win.Blob([source], { type: 'text/javascript' }))
}

const notLoaded = (panelUrl: string | undefined, cause?: unknown) =>
  new DevtoolsError({
    code: 'devtools/panel-not-loaded',
    message:
      panelUrl === undefined
        ? 'The panel could not be loaded: its bundle did not arrive or threw (see the console), or the page’s content security policy forbids scripts from `blob:`. Serve `@playhead/devtools/panel` from your own address and name it as `panelUrl`.'
        : `The panel could not be loaded from \`panelUrl\`, which is ${JSON.stringify(panelUrl)}. Open that address: it must answer with the file \`@playhead/devtools/panel\`, as JavaScript.`,
    cause,
  })
