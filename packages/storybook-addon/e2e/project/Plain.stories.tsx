import type { StoryObj } from '@storybook/react-vite'

export default { title: 'Plain' }

export const Nothing: StoryObj = { render: () => <p>Nothing</p> }
