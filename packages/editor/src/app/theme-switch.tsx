import { Monitor, Moon, Sun } from 'lucide-react'

import { IconButton } from '../ui/button.tsx'
import { chooseTheme, THEMES, useTheme, type Theme } from './theme.ts'

const NAMES: Readonly<Record<Theme, string>> = { system: 'as the system', light: 'light', dark: 'dark' }

/** One button that goes round: as the system, light, dark. */
export function ThemeSwitch() {
  const theme = useTheme()
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system'
  return (
    <IconButton
      className="theme-switch"
      label={`Colours: ${NAMES[theme]}. Change to ${NAMES[next]}`}
      icon={<ThemeIcon theme={theme} />}
      onClick={() => chooseTheme(next)}
    />
  )
}

function ThemeIcon({ theme }: { readonly theme: Theme }) {
  switch (theme) {
    case 'system':
      return <Monitor size={20} aria-hidden />
    case 'light':
      return <Sun size={20} aria-hidden />
    case 'dark':
      return <Moon size={20} aria-hidden />
  }
}
