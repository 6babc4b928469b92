import type { Decorator, Preview } from '@storybook/react-vite'
import { useLayoutEffect } from 'react'
import { configure } from 'storybook/test'
// A story stands on a page like the apps': their font, reset and tokens.
import '@playhead/ui/base.css'

// Pages load their parts when they are needed, and a busy machine takes its time.
configure({ asyncUtilTimeout: 10_000 })

/** Sets the theme as the apps do, on the root element, so that portals (menus, dialogs) have it too. */
const withTheme: Decorator = (Story, { globals }) => {
  const theme = globals.theme === 'dark' ? 'dark' : 'light'
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = theme
  }, [theme])
  return <Story />
}

export default {
  decorators: [withTheme],
  parameters: {
    // A story that axe objects to fails, here and in `npm test`.
    a11y: { test: 'error' },
    // Room around a component, as on a page; pages ask for `fullscreen` themselves.
    layout: 'padded',
    controls: {
      // Dates and colours get their own editors.
      matchers: { color: /color$/i, date: /(At|Date)$/ },
    },
    viewport: {
      // The widths at which the apps change their layout.
      options: {
        narrow: { name: 'Narrow (360)', styles: { width: '360px', height: '740px' }, type: 'mobile' },
        medium: { name: 'Medium (768)', styles: { width: '768px', height: '1024px' }, type: 'tablet' },
        wide: { name: 'Wide (1280)', styles: { width: '1280px', height: '800px' }, type: 'desktop' },
      },
    },
  },
  globalTypes: {
    // A switch in the toolbar: every component has to work in both.
    theme: {
      description: 'Light or dark',
      toolbar: {
        title: 'Theme',
        icon: 'mirror',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light', icon: 'sun' },
          { value: 'dark', title: 'Dark', icon: 'moon' },
        ],
      },
    },
  },
  initialGlobals: {
    // The tests run every story twice: the project storybook-dark sets this variable.
    theme: import.meta.env.STORY_THEME ?? 'light',
  },
  // A page of documentation for each component, made from its types and doc comments.
  tags: ['autodocs'],
} satisfies Preview
