import { Button, IconButton, Menu, MenuItem, MenuSection, VisuallyHidden } from '@playhead/ui'
import {
  Activity,
  AppWindow,
  ChevronDown,
  ChevronsDown,
  ChevronsUp,
  Database,
  FileClock,
  GitBranch,
  Keyboard,
  Lock,
  LockOpen,
  PanelBottom,
  PanelRight,
  Send,
  Settings2,
  X,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { HostView } from '../../mount/PanelHost.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import type { Arrangement } from '../model/arrangement.ts'
import type { CommandName } from '../shortcuts/shortcuts.ts'
import { shortcutOf } from '../shortcuts/shortcuts.ts'
import styles from './Header.module.css'
import type { Pane } from './Pane.ts'

export interface HeaderProps {
  app: string
  stores: readonly StoreOverview[]
  current: StoreOverview | undefined
  pane: Pane
  theme: Arrangement['theme']
  /** What surrounds the panel; `undefined` where it is on its own. */
  host: HostView | undefined
  onStore: (id: string) => void
  onPane: (pane: Pane) => void
  onLock: (isLocked: boolean) => void
  onCallSites: (isOn: boolean) => void
  onTheme: (theme: Arrangement['theme']) => void
  onPlace: (place: HostView['place']) => void
  onCollapse: (isCollapsed: boolean) => void
  onHelp: () => void
  onClose: () => void
}

/** Whose time this is, what is shown of it, and where the panel stands. */
export function Header(props: HeaderProps) {
  const { app, current, host, onLock } = props
  const isLocked = current?.locked ?? false
  return (
    <header className={styles.header}>
      <VisuallyHidden elementType="h1">Playhead devtools</VisuallyHidden>
      <StoreMenu {...props} />
      {current && current.errors.length > 0 && (
        <Button size="sm" variant="ghost" className={styles.errors} onPress={() => props.onPane('health')}>
          {current.errors.length === 1 ? '1 error' : `${current.errors.length} errors`}
        </Button>
      )}
      {isLocked && <span className={styles.locked}>Locked</span>}
      <span className={styles.app} title={app}>
        {app}
      </span>
      <div className={styles.tools}>
        <PaneButton {...props} to="branches" label="What if: branches" icon={<GitBranch />} />
        <PaneButton {...props} to="sessions" label="Sessions" icon={<FileClock />} />
        <PaneButton {...props} to="dispatch" label="Dispatch an action" icon={<Send />} />
        <PaneButton {...props} to="health" label="Health" icon={<Activity />} />
        <span className={styles.line} />
        <IconButton
          size="sm"
          label={isLocked ? 'Unlock the app' : 'Lock the app: refuse every dispatch'}
          icon={isLocked ? <Lock /> : <LockOpen />}
          tooltipPlacement="bottom"
          isDisabled={!current}
          className={isLocked ? styles.warn : undefined}
          onPress={() => onLock(!isLocked)}
        />
        <IconButton
          size="sm"
          label="Keyboard"
          icon={<Keyboard />}
          tooltipPlacement="bottom"
          shortcut={shortcutOf('help')}
          className={styles.wideOnly}
          onPress={props.onHelp}
        />
        <SettingsMenu {...props} />
        {host && host.place !== 'embedded' && (
          <>
            {host.place === 'bottom' && (
              <IconButton
                size="sm"
                label={host.isCollapsed ? 'Show all of the panel' : 'Collapse the panel'}
                icon={host.isCollapsed ? <ChevronsUp /> : <ChevronsDown />}
                tooltipPlacement="bottom"
                onPress={() => props.onCollapse(!host.isCollapsed)}
              />
            )}
            <IconButton
              size="sm"
              label="Close the panel"
              icon={<X />}
              tooltipPlacement="bottom end"
              shortcut={host.shortcut || undefined}
              onPress={props.onClose}
            />
          </>
        )}
      </div>
    </header>
  )
}

/** Which store, or which branch of it, the panel looks at. */
function StoreMenu({ stores, current, onStore }: HeaderProps) {
  const label = current?.name ?? 'No store'
  return (
    <Menu
      aria-label="Store"
      trigger={
        <Button
          size="sm"
          variant="ghost"
          icon={current?.parent ? <GitBranch /> : <Database />}
          iconEnd={stores.length > 1 ? <ChevronDown /> : undefined}
          isDisabled={stores.length < 2}
          aria-label={`Store: ${label}`}
          className={styles.store}
        >
          {label}
        </Button>
      }
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={current ? [current.id] : []}
      onAction={(key) => onStore(String(key))}
    >
      {stores.map((store) => {
        const parent = stores.find(({ id }) => id === store.parent?.id)
        return (
          <MenuItem
            key={store.id}
            id={store.id}
            icon={store.parent ? <GitBranch /> : <Database />}
            description={
              store.parent
                ? `from ${parent?.name ?? 'a store that is gone'}, at ${store.parent.at}${store.shown ? ' · shown in the app' : ''}`
                : undefined
            }
          >
            {store.name}
          </MenuItem>
        )
      })}
    </Menu>
  )
}

function PaneButton({
  to,
  label,
  icon,
  pane,
  onPane,
}: HeaderProps & { to: Exclude<Pane, 'inspector'> & CommandName; label: string; icon: ReactNode }) {
  const isShown = pane === to
  return (
    <IconButton
      size="sm"
      label={label}
      icon={icon}
      tooltipPlacement="bottom"
      shortcut={shortcutOf(to)}
      aria-pressed={isShown}
      className={isShown ? styles.on : undefined}
      // Pressed again, what was there before it.
      onPress={() => onPane(isShown ? 'inspector' : to)}
    />
  )
}

function SettingsMenu({ current, theme, host, onCallSites, onTheme, onPlace }: HeaderProps) {
  const capturesCallSites = current?.capturesCallSites ?? false
  return (
    <Menu
      aria-label="Settings"
      placement="bottom end"
      trigger={<IconButton size="sm" label="Settings" icon={<Settings2 />} tooltipPlacement="bottom" />}
    >
      <MenuSection
        title="Theme"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[theme]}
        onSelectionChange={(keys) => onTheme(themeOf([...keys][0]))}
      >
        <MenuItem id="system">As the page</MenuItem>
        <MenuItem id="light">Light</MenuItem>
        <MenuItem id="dark">Dark</MenuItem>
      </MenuSection>
      {host && host.place !== 'embedded' ? (
        <MenuSection
          title="Place"
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[host.place]}
          onSelectionChange={(keys) => onPlace(placeOf([...keys][0]))}
        >
          <MenuItem id="bottom" icon={<PanelBottom />}>
            Bottom
          </MenuItem>
          <MenuItem id="right" icon={<PanelRight />}>
            Right
          </MenuItem>
          <MenuItem id="window" icon={<AppWindow />}>
            Own window
          </MenuItem>
        </MenuSection>
      ) : (
        []
      )}
      <MenuSection
        title="Recording"
        selectionMode="multiple"
        selectedKeys={capturesCallSites ? ['callSites'] : []}
        onSelectionChange={(keys) => onCallSites(keys === 'all' || keys.has('callSites'))}
      >
        <MenuItem id="callSites" isDisabled={!current} description="Costs 3 to 10 µs a dispatch">
          Capture call sites
        </MenuItem>
      </MenuSection>
    </Menu>
  )
}

const themeOf = (key: unknown): Arrangement['theme'] => (key === 'light' || key === 'dark' ? key : 'system')
const placeOf = (key: unknown): HostView['place'] => (key === 'right' || key === 'window' ? key : 'bottom')
