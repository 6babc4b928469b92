import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import type { Arrangement } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { Records } from './Records.tsx'
import type { BankOptions, FormulaLog } from './records.fixtures.ts'
import { bankLog, bankScript } from './records.fixtures.ts'

interface StoryArgs {
  log: FormulaLog
  options?: BankOptions
  arranged?: Partial<Arrangement>
  selected?: number
  widthPx?: number
  /** Nothing is ever answered. */
  isSilent?: boolean
}

function Story({ log, options, arranged, selected, widthPx = 960, isSilent }: StoryArgs) {
  const [agent] = useState(() => {
    const script = bankScript(log, options)
    return scriptedAgent(isSilent ? { ...script, feeds: { ...script.feeds, list: () => () => undefined } } : script)
  })
  return (
    <div
      data-density="compact"
      style={{ blockSize: 420, inlineSize: widthPx, maxInlineSize: '100%', border: '1px solid var(--ph-border)' }}
    >
      <PanelWith
        agent={agent}
        {...(arranged && { arranged })}
        ready={(store) => {
          if (selected === undefined) return
          store.dispatch(panel.storeChosen('bank'))
          store.dispatch(panel.recordChosen(selected))
        }}
      >
        <Records />
      </PanelWith>
    </div>
  )
}

const meta = {
  title: 'devtools/Records',
  component: Story,
  parameters: { layout: 'fullscreen' },
  args: { log: bankLog(2_000) },
} satisfies Meta<typeof Story>
export default meta
type StoryOf = StoryObj<typeof meta>

export const Live: StoryOf = {}
export const Parked: StoryOf = { args: { options: { playhead: { offset: 1_203, status: 'parked' } } } }
export const Empty: StoryOf = { args: { log: bankLog(0) } }
export const Loading: StoryOf = { args: { isSilent: true } }
export const One: StoryOf = { args: { log: bankLog(1) } }
export const Million: StoryOf = { args: { log: bankLog(1_000_000) } }
export const MillionUnfolded: StoryOf = { args: { log: bankLog(1_000_000), arranged: { folded: false } } }
export const Unfolded: StoryOf = { args: { arranged: { folded: false } } }
export const WithoutHits: StoryOf = { args: { arranged: { filter: { type: 'nowhere', payload: 'rent' } } } }
export const Searching: StoryOf = {
  args: {
    log: bankLog(1_000_000),
    options: { finishes: false, slice: 300_000 },
    arranged: { filter: { type: 'bank/', payload: 'giro-1' } },
  },
}
export const Failed: StoryOf = { args: { arranged: { filter: { failedOnly: true } } } }
export const RefusedFilter: StoryOf = { args: { arranged: { filter: { payload: 'unknown:prefix' } } } }
export const HiddenTypes: StoryOf = { args: { arranged: { hidden: ['prices/ticked', 'search/typed'] } } }
export const Bookmarked: StoryOf = {
  args: {
    selected: 1_990,
    arranged: {
      bookmarks: [
        { store: 'bank', offset: 12, note: '' },
        { store: 'bank', offset: 1_200, note: 'The rent', isPinned: true },
        { store: 'bank', offset: 1_990, note: 'Here the balance is wrong', isPinned: true },
      ],
    },
  },
}
export const BranchShown: StoryOf = {
  args: {
    options: {
      stores: (main) => [
        { ...main, shown: false },
        { ...main, id: 'branch-1', name: 'Without the rent', parent: { id: 'bank', at: 1_999 } },
      ],
    },
  },
}
export const LongAndRightToLeft: StoryOf = {
  args: {
    selected: 1_995,
    log: bankLog(2_000, (row) =>
      row.offset % 3 === 0
        ? { ...row, type: `organisation/department/team/featureWithAVeryLongName/${'happened'.repeat(6)}` }
        : row.offset % 3 === 1
          ? { ...row, type: 'بنك/تم-التحويل', summary: '{ المبلغ: 1200, text: "שלום \u202e<b>bold</b>" }' }
          : row,
    ),
  },
}
export const Narrow: StoryOf = { args: { widthPx: 360 } }
