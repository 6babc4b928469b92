import type { Meta, StoryObj } from '@storybook/react-vite'
import { useState } from 'react'
import { PanelWith } from '../connection/PanelWith.fixtures.tsx'
import { scriptedAgent } from '../connection/scriptedAgent.fixtures.ts'
import { inspectedApp } from '../inspector/inspectedApp.fixtures.ts'
import { ValueTree } from './ValueTree.tsx'

interface StoryProps {
  readonly value?: unknown
  /** Makes a value that Storybook would trip over. */
  readonly made?: () => unknown
  readonly isSearchable?: boolean
}

function TreeStory({ value, made, isSearchable = true }: StoryProps) {
  const [agent] = useState(() => scriptedAgent(inspectedApp({ value: made ? made() : value })))
  return (
    <div
      data-density="compact"
      style={{ display: 'flex', inlineSize: '30rem', maxInlineSize: '100%', blockSize: '26rem' }}
    >
      <PanelWith agent={agent}>
        <ValueTree
          label="Value"
          store="bank"
          value={{ of: 'payload', at: 0 }}
          rootLabel="payload"
          name="story"
          isSearchable={isSearchable}
        />
      </PanelWith>
    </div>
  )
}

export default { title: 'Devtools/ValueTree', component: TreeStory } satisfies Meta<typeof TreeStory>

type Story = StoryObj<typeof TreeStory>

class Money {
  readonly minor = 1_250
  readonly currency = 'EUR'
}

const cycle: { name: string; self?: unknown } = { name: 'a snake' }
cycle.self = cycle

export const EveryKind: Story = {
  args: {
    value: {
      text: 'Ada Lovelace',
      number: -12.5,
      bigint: 9_007_199_254_740_993n,
      yes: true,
      nothing: null,
      absent: undefined,
      booked: new Date('2026-11-23T09:00:00Z'),
      list: [1, 2, 3],
      map: new Map([['giro', { minor: 5 }]]),
      set: new Set(['a', 'b']),
      bytes: new Uint8Array([1, 2, 3]),
      error: new RangeError('out of reach'),
      instance: new Money(),
      symbol: Symbol('mark'),
      run: () => {},
      empty: {},
      emptyList: [],
    },
  },
}
export const Unreadable: Story = {
  args: {
    made: () => ({
      cycle,
      get costly(): never {
        throw new Error('read me not')
      },
    }),
  },
}
export const HtmlAndMarks: Story = {
  args: {
    value: {
      html: '<img src=x onerror="alert(1)"><script>alert(2)</script>',
      marks: 'user\u202E\u2066// admin\u2069\u2066',
      widthless: 'pay\u200Bpal',
      hebrew: 'שלום, 42',
      controls: 'bell\u0007 and null\u0000',
      ['__proto__']: 'own key',
    },
  },
}
export const LongTexts: Story = {
  args: {
    value: { lines: 'first\nsecond\nthird', huge: 'All work and no play makes Jack a dull boy. '.repeat(20_000) },
  },
}
export const HundredThousandChildren: Story = {
  args: { value: { rows: Array.from({ length: 100_000 }, (_, index) => ({ id: index })) } },
}
export const OneValue: Story = { args: { value: 42, isSearchable: false } }
