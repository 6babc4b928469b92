import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import type { Arrangement } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { Timeline } from './Timeline.tsx'
import type { FormulaLog } from './timelineAgent.fixtures.ts'
import { formulaAgent, formulaRuns, timeOf } from './timelineAgent.fixtures.ts'

interface Shown {
  readonly log: FormulaLog
  readonly arranged?: Partial<Arrangement>
  readonly chosen?: number
  readonly compared?: { readonly before: number; readonly after: number }
  readonly width?: number | string
  readonly height?: number
}

const meta = {
  component: Timeline,
  parameters: { layout: 'fullscreen' },
  args: { log: { records: 100 } },
  render: (shown) => <Framed {...shown} />,
} satisfies Meta<Shown>
export default meta
type Story = StoryObj<typeof meta>

export const Empty: Story = { args: { log: { records: 0 } } }
export const OneRecord: Story = { args: { log: { records: 1 } } }
export const Hundred: Story = { args: { log: { records: 100, failedEvery: 24 } } }
export const Parked: Story = { args: { log: { records: 100, playhead: 61 }, chosen: 61 } }
export const Million: Story = { args: { log: { records: 1_000_000, playhead: 640_000, failedEvery: 5000 } } }
export const MillionByTime: Story = {
  args: { log: { records: 1_000_000, failedEvery: 5000 }, arranged: { axis: 'time' } },
}
export const EffectsWithEveryOutcome: Story = { args: { log: { records: 180, runs: formulaRuns(180) } } }
export const TracksByEffect: Story = {
  args: { log: { records: 180, runs: formulaRuns(180) }, arranged: { tracks: 'effect' } },
}
export const EffectsByTime: Story = {
  args: { log: { records: 400, runs: formulaRuns(400) }, arranged: { axis: 'time' } },
}
export const BranchesAsLanes: Story = {
  args: {
    height: 420,
    log: {
      records: 240,
      playhead: 150,
      branches: [
        branch({ id: 'b1', name: 'without the refund', at: 90, head: 236, offset: 210, shown: true }),
        branch({ id: 'b2', name: 'transfer of 5 €', at: 130, head: 190, offset: 190 }),
        { ...branch({ id: 'b3', name: 'and later', at: 170, head: 205, offset: 170 }), parent: { id: 'b1', at: 170 } },
      ],
    },
  },
}
export const ErrorsAndBookmarks: Story = {
  args: {
    log: {
      records: 400,
      failedEvery: 60,
      errors: [75, 216].map((offset) => ({
        code: 'fold/reducer-threw',
        message: `The reducer of "ledger" threw at record ${offset}: minor is not a number.`,
        offset,
        time: timeOf(offset),
      })),
    },
    arranged: {
      bookmarks: [
        { store: 'bank', offset: 120, note: 'first payment' },
        { store: 'bank', offset: 305, note: 'after the import' },
      ],
      loop: { from: 140, to: 200 },
    },
  },
}
export const Compared: Story = { args: { log: { records: 100 }, compared: { before: 20, after: 60 } } }
export const Narrow: Story = {
  args: { width: 360, height: 300, log: { records: 4000, playhead: 2500, runs: formulaRuns(4000), failedEvery: 300 } },
}
export const Low: Story = { args: { height: 150, log: { records: 4000, playhead: 2500, runs: formulaRuns(4000) } } }
export const Loading: Story = { args: { log: { records: 5000, answers: 'never' } } }
export const Refused: Story = { args: { log: { records: 5000, answers: 'refused' } } }

function Framed({ log, arranged, chosen, compared, width = '100%', height = 330 }: Shown) {
  const [{ agent }] = useState(() => formulaAgent(log))
  return (
    <div style={{ inlineSize: width, blockSize: height }} data-density="compact">
      <PanelWith
        agent={agent}
        {...(arranged && { arranged })}
        ready={(store) => {
          store.dispatch(panel.storeChosen('bank'))
          if (chosen !== undefined) store.dispatch(panel.recordChosen(chosen))
          if (compared) store.dispatch(panel.comparisonChosen(compared))
        }}
      >
        <Timeline />
      </PanelWith>
    </div>
  )
}

function branch(given: {
  readonly id: string
  readonly name: string
  readonly at: number
  readonly head: number
  readonly offset: number
  readonly shown?: boolean
}): NonNullable<FormulaLog['branches']>[number] {
  const { id, name, at, head, offset, shown = false } = given
  return {
    id,
    name,
    parent: { id: 'bank', at },
    playhead: { offset, head, status: offset === head ? 'live' : 'parked', time: timeOf(offset) },
    span: { from: timeOf(0), to: timeOf(head) },
    shown,
  }
}
