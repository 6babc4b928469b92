import type { StorybookConfig } from '@storybook/react-vite'

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
  // Its Vite builder reads vite.config.ts, which resolves workspace packages to their sources.
  framework: '@storybook/react-vite',
  core: {
    // Nothing leaves the machine, and nothing is fetched.
    disableTelemetry: true,
    disableWhatsNewNotifications: true,
    enableCrashReports: false,
  },
} satisfies StorybookConfig
