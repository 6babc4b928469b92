import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { BankOptions } from '../records/records.fixtures.ts'
import { Branches } from './Branches.tsx'
import { branchedStores, branchScript } from './branches.fixtures.ts'

function Story({ options, widthPx = 520 }: { options?: BankOptions; widthPx?: number }) {
  const [agent] = useState(() => scriptedAgent(branchScript(options)))
  return (
    <div
      data-density="compact"
      style={{ blockSize: 560, inlineSize: widthPx, maxInlineSize: '100%', border: '1px solid var(--ph-border)' }}
    >
      <PanelWith agent={agent}>
        <Branches />
      </PanelWith>
    </div>
  )
}

const meta = {
  title: 'devtools/Branches',
  component: Story,
  parameters: { layout: 'fullscreen' },
} satisfies Meta<typeof Story>
export default meta
type StoryOf = StoryObj<typeof meta>

export const Tree: StoryOf = {}
export const None: StoryOf = { args: { options: { stores: (main) => [main] } } }
export const BranchShown: StoryOf = {
  args: {
    options: { stores: (main) => branchedStores(main).map((store) => ({ ...store, shown: store.id === 'b1' })) },
  },
}
export const Refolding: StoryOf = {
  args: {
    options: {
      stores: (main) =>
        branchedStores(main).map((store) =>
          store.id === 'b2' ? { ...store, progress: { done: 340_000, total: 1_000_000 } } : store,
        ),
    },
  },
}
export const NotComparable: StoryOf = {
  args: {
    options: {
      calls: {
        compare: () => {
          throw new Error('Cannot read the state at 1,999: it is not loaded. (timeline/not-loaded)')
        },
      },
    },
  },
}
export const LongNames: StoryOf = {
  args: {
    options: {
      stores: (main) =>
        branchedStores(main).map((store) =>
          store.parent
            ? { ...store, name: `${store.name} שלום \u202e and everything that came of it after all` }
            : store,
        ),
    },
  },
}
export const Narrow: StoryOf = { args: { widthPx: 360 } }
