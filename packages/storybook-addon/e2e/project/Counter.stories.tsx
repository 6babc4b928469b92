import { createStore } from '@playhead/core'
import type { PlayheadParameter } from '@playhead/storybook-addon'
import type { Meta, StoryObj } from '@storybook/react-vite'
import { Counter } from './Counter.tsx'
import { count, counter } from './counter.ts'
import { StoreProvider } from './hooks.ts'

// #region meta
const playhead: PlayheadParameter = {
  store: (ports) => createStore({ slices: [count], ...ports }), // a new one in each call
  provider: StoreProvider, // of your createHooks()
}

export default { title: 'Counter', component: Counter, parameters: { playhead } } satisfies Meta<typeof Counter>

type Story = StoryObj<typeof Counter>
// #endregion

// #region parked
const three: PlayheadParameter = {
  records: [counter.added({ by: 1 }), counter.added({ by: 2 }), counter.added({ by: 4 })],
}

export const Three: Story = { parameters: { playhead: three } }
export const Parked: Story = { parameters: { playhead: { ...three, at: 0 } } }
// #endregion

// #region played
export const Played: Story = {
  play: async ({ canvas, step, userEvent }) => {
    const button = canvas.getByRole('button')
    await step('Count twice', async () => {
      await userEvent.click(button)
      await userEvent.click(button)
    })
    await step('Once more', () => userEvent.click(button))
  },
}
// #endregion

export const Empty: Story = {}
export const Wrong: Story = { parameters: { playhead: { records: [{ type: 'nobody/knows' }], at: 99 } } }
export const Throwing: Story = { parameters: { playhead: { records: [counter.added({ by: 13 })] } } }
