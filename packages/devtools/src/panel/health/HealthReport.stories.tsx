import type { Meta, StoryObj } from '@storybook/react-vite'
import { failures, health } from '../app/overview.fixtures.ts'
import { HealthReport } from './HealthReport.tsx'

const meta = {
  title: 'devtools/HealthReport',
  component: HealthReport,
  args: { health, errors: [], onGo: () => {} },
} satisfies Meta<typeof HealthReport>
export default meta
type Story = StoryObj<typeof meta>

export const Well: Story = {}
export const InMemoryAndEmpty: Story = {
  args: {
    health: {
      ...health,
      records: 0,
      recordsPerMinute: 0,
      bytes: undefined,
      bytesPerRecord: undefined,
      checkpoints: undefined,
      seekMs: undefined,
      durable: false,
    },
  },
}
export const WithErrorsAndWarnings: Story = {
  args: { health: { ...health, quarantined: 3, warnings: failures }, errors: failures },
}
export const Narrow: Story = {
  args: { errors: failures },
  globals: { viewport: { value: 'narrow' } },
}
