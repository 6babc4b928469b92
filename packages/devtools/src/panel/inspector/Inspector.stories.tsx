import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import type { AgentConnection } from '../../protocol/connectPanel.ts'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { InspectorTab } from '../model/panelActions.ts'
import { panel } from '../model/panelActions.ts'
import type { PanelStore } from '../model/panelStore.ts'
import { Inspector } from './Inspector.tsx'
import type { InspectedOptions } from './inspectedApp.fixtures.ts'
import { inspectedApp } from './inspectedApp.fixtures.ts'

interface StoryProps extends InspectedOptions {
  readonly tab: InspectorTab
  readonly record?: number
  readonly pins?: readonly (readonly (string | number)[])[]
  /** What somebody did before. */
  readonly done?: (store: PanelStore) => void
  readonly agent?: AgentConnection
  readonly inlineSize?: string
  readonly blockSize?: string
}

function InspectorStory({
  tab,
  record,
  pins = [],
  done,
  inlineSize = '27rem',
  blockSize = '34rem',
  ...app
}: StoryProps) {
  const [agent] = useState(() => app.agent ?? scriptedAgent(inspectedApp(app)))
  return (
    <div
      data-density="compact"
      style={{ inlineSize, maxInlineSize: '100%', blockSize, display: 'flex', border: '1px solid var(--ph-border)' }}
    >
      <PanelWith
        agent={agent}
        arranged={{ pins }}
        ready={(store) => {
          store.dispatch(panel.storeChosen('bank'))
          store.dispatch(panel.inspectorTabChosen(tab))
          if (record !== undefined) store.dispatch(panel.recordChosen(record))
          done?.(store)
        }}
      >
        <Inspector />
      </PanelWith>
    </div>
  )
}

export default {
  title: 'Devtools/Inspector',
  component: InspectorStory,
} satisfies Meta<typeof InspectorStory>

type Story = StoryObj<typeof InspectorStory>

export const Action: Story = { args: { tab: 'action' } }
export const ActionOfAnEffect: Story = { args: { tab: 'action', record: 4 } }
export const ActionWithCallSite: Story = {
  args: {
    tab: 'action',
    callSite: [
      'at TransferForm.send (src/features/TransferForm.tsx:48:11)',
      'at HTMLFormElement.submit (src/features/TransferForm.tsx:31:5)',
    ],
    errors: ['Reducer "ledger" threw: No row "shop". The record is quarantined in this slice. (fold/reducer-threw)'],
  },
}
export const ActionWide: Story = { args: { tab: 'action', record: 4, inlineSize: '60rem', blockSize: '16rem' } }
export const ActionNarrow: Story = { args: { tab: 'action', record: 4, inlineSize: '22.5rem', blockSize: '24rem' } }
export const BeforeTheFirstRecord: Story = { args: { tab: 'action', at: -1 } }
export const NoStore: Story = { args: { tab: 'action', feeds: { overview: () => () => {} } } }
export const Loading: Story = {
  args: {
    tab: 'action',
    calls: { record: () => new Promise<never>(() => {}), value: () => new Promise<never>(() => {}) },
  },
}
export const Refused: Story = {
  args: {
    tab: 'action',
    calls: {
      record() {
        throw new Error('Record 5 is on the disk, and could not be read. Try again. (timeline/not-loaded)')
      },
    },
  },
}
export const OnABranch: Story = { args: { tab: 'action', branch: 'without the second transfer' } }

export const DiffOfAStep: Story = { args: { tab: 'diff' } }
export const DiffOfAnAnswer: Story = { args: { tab: 'diff', record: 4 } }
export const DiffOfTwoPlaces: Story = {
  args: { tab: 'diff', done: (store) => store.dispatch(panel.comparisonChosen({ before: -1, after: 5 })) },
}
export const DiffWithoutChanges: Story = {
  args: { tab: 'diff', calls: { diff: () => ({ changes: [], more: 0 }) } },
}
export const DiffOfThousands: Story = {
  args: {
    tab: 'diff',
    calls: {
      diff: () => ({
        changes: Array.from({ length: 200 }, (_, index) => ({
          kind: 'changed' as const,
          path: ['ledger', 'accounts', `account-${index}`, 'minor'],
          before: { kind: 'number' as const, text: String(index * 100) },
          after: { kind: 'number' as const, text: String(index * 100 + 50) },
        })),
        more: 9_800,
      }),
    },
  },
}
export const DiffLoading: Story = { args: { tab: 'diff', calls: { diff: () => new Promise<never>(() => {}) } } }
export const DiffRefused: Story = {
  args: {
    tab: 'diff',
    calls: {
      diff() {
        throw new Error('Cannot seek to offset 5: the log’s head is 4. (timeline/past-head)')
      },
    },
  },
}

export const State: Story = {
  args: {
    tab: 'state',
    pins: [
      ['ledger', 'accounts', 'giro', 'minor'],
      ['statement', 'status'],
      ['settings', 'currency'],
    ],
  },
}
export const StateOfAnEmptyStore: Story = { args: { tab: 'state', value: {} } }
export const StateOfHundredThousandKeys: Story = {
  args: {
    tab: 'state',
    value: { rows: Array.from({ length: 100_000 }, (_, index) => ({ id: index, text: `Row ${index}` })) },
  },
}

export const Cause: Story = { args: { tab: 'cause', record: 3, inlineSize: '52rem', blockSize: '22rem' } }
export const CauseNarrow: Story = { args: { tab: 'cause', record: 3, inlineSize: '22.5rem' } }
const node = (offset: number, type: string, run?: number) => ({
  id: `client.${offset}`,
  offset,
  type,
  time: Date.UTC(2026, 10, 23, 9) + offset * 130,
  effect: run === undefined ? undefined : { name: 'syncAccounts', run },
})
const run = (number: number, outcome: 'done' | 'failed' | 'cancelled' | 'superseded' | 'running') => ({
  effect: number % 2 === 0 ? 'loadStatement' : 'notify',
  run: number,
  startedBy: 40,
  startedAt: 0,
  endedAt: outcome === 'running' ? undefined : 240 * number,
  outcome,
  emitted: [],
  endedBy: undefined,
})
export const CauseOfHundreds: Story = {
  args: {
    tab: 'cause',
    inlineSize: '64rem',
    blockSize: '30rem',
    causes: {
      ancestors: Array.from({ length: 24 }, (_, at) => node(at, `bank/step${at}`, at === 0 ? undefined : at)),
      self: node(40, 'bank/imported', 24),
      effects: [
        { run: run(1, 'done'), caused: Array.from({ length: 90 }, (_, at) => node(50 + at, 'bank/notified', 1)) },
        { run: run(2, 'failed'), caused: [node(200, 'bank/statementFailed', 2)] },
        { run: run(3, 'cancelled'), caused: [] },
        { run: run(4, 'running'), caused: [] },
      ],
      direct: [node(300, 'bank/shown')],
      more: 412,
    },
  },
}
export const CauseUnknown: Story = {
  args: {
    tab: 'cause',
    calls: {
      causes() {
        throw new Error('Record 5 is not in the log any more. (devtools/no-record)')
      },
    },
  },
}

export const Timing: Story = { args: { tab: 'timing' } }
export const TimingOfASlowRecord: Story = {
  args: {
    tab: 'timing',
    timing: {
      reducers: [
        { slice: 'statement', ms: 0.12 },
        { slice: 'ledger', ms: 7.4 },
        { slice: 'search', ms: 1.1 },
      ],
      selectorsRun: 214,
      subscribersTold: 48,
      slow: true,
      slowMs: 4,
    },
  },
}
export const TimingNotCounted: Story = {
  args: {
    tab: 'timing',
    timing: { reducers: [], selectorsRun: undefined, subscribersTold: undefined, slow: false, slowMs: 4 },
  },
}

const blame = (path: readonly (string | number)[]) => (store: PanelStore) =>
  store.dispatch(panel.blameAsked({ store: 'bank', value: { of: 'state', at: 5 }, path: [...path] }))

export const WithBlame: Story = {
  args: { tab: 'state', blockSize: '42rem', done: blame(['ledger', 'accounts', 'giro', 'minor']) },
}
export const WithBlameOfNothing: Story = { args: { tab: 'state', done: blame(['ledger', 'rate']) } }
export const WithBlameUnderWay: Story = {
  args: {
    tab: 'state',
    done: blame(['ledger', 'transfers']),
    feeds: {
      blame(_, out) {
        out.part({ kind: 'searched', down: 2 })
        return () => {}
      },
    },
  },
}
export const WithBlameRefused: Story = {
  args: {
    tab: 'state',
    done: blame(['gone']),
    feeds: {
      blame(_, out) {
        out.refuse(
          new Error('There is no slice "gone". Begin the path with one of: ledger, statement. (timeline/bad-path)'),
        )
        return () => {}
      },
    },
  },
}
