import { Monitor, Moon, Sun } from 'lucide-react'
import { IconButton } from '../IconButton/IconButton.tsx'
import { Menu, MenuItem } from '../Menu/Menu.tsx'
import type { Theme } from './theme.ts'
import { useTheme } from './theme.ts'

/** Light, dark, or as the system has it. Remembered for later visits. */
export function ThemeToggle() {
  const [theme, setTheme] = useTheme()
  return (
    <Menu
      trigger={<IconButton label="Theme" icon={icons[theme]} />}
      placement="bottom end"
      aria-label="Theme"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[theme]}
      onSelectionChange={(keys) => {
        const chosen = themes.find((each) => keys !== 'all' && keys.has(each))
        if (chosen) setTheme(chosen)
      }}
    >
      {themes.map((each) => (
        <MenuItem key={each} id={each} icon={icons[each]}>
          {names[each]}
        </MenuItem>
      ))}
    </Menu>
  )
}

const themes: readonly Theme[] = ['system', 'light', 'dark']
const names: Record<Theme, string> = { system: 'As the system', light: 'Light', dark: 'Dark' }
const icons = { system: <Monitor />, light: <Sun />, dark: <Moon /> }
