import { fileURLToPath } from 'node:url'
import type { StorybookConfig } from '@storybook/react-vite'
import { experimental_serverChannel } from '../packages/storybook-addon/src/preset.ts'

const addon = (entry: string) => fileURLToPath(new URL(`../packages/storybook-addon/src/${entry}`, import.meta.url))

export default {
  // Beside the component, in packages and apps alike.
  stories: ['../packages/*/src/**/*.stories.tsx', '../apps/*/src/**/*.stories.tsx'],
  addons: [
    // Stories are tests: the storybook project of vite.config.ts runs them.
    '@storybook/addon-vitest',
    // axe looks at every story; preview.tsx makes what it finds an error.
    '@storybook/addon-a11y',
    // A page for each component, from its types and doc comments.
    '@storybook/addon-docs',
  ],
  // Our own addon, from its sources: by its name it would have to be built before the stories could run as tests.
  previewAnnotations: (entries: string[] = []) => [...entries, addon('preview.ts')],
  // Its manager takes the devtools built, as everybody has them: `npm run storybook` sees to that.
  managerEntries: (entries: string[] = []) => [...entries, addon('manager.tsx')],
  experimental_serverChannel,
  // Its Vite builder reads vite.config.ts, which resolves workspace packages to their sources.
  framework: '@storybook/react-vite',
  core: {
    // Nothing leaves the machine, and nothing is fetched.
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
  },
} satisfies StorybookConfig & Record<string, unknown>
