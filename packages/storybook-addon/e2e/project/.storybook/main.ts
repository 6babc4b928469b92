// #region main
import type { StorybookConfig } from '@storybook/react-vite'

export default {
  stories: ['../*.stories.tsx'],
  addons: ['@playhead/storybook-addon'],
  framework: '@storybook/react-vite',
} satisfies StorybookConfig
// #endregion
