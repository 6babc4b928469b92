/** @jsxRuntime classic */
import * as React from 'react'
import { styled } from 'storybook/theming'
import type { StepTold } from '../channel/events.ts'
import { Heading, Muted } from './parts.tsx'

/** What `play` did, with the records of each step. Choosing one goes to its last record. */
export function StepList({ steps, onSeek }: { steps: readonly StepTold[]; onSeek: (to: number) => void }) {
  const [chosen, setChosen] = React.useState<number>()
  return (
    <Steps aria-label="Steps of play">
      <Heading>Steps</Heading>
      {steps.length === 0 && <Muted>This story has no play function, or it led to no records.</Muted>}
      <ol>
        {steps.map((step, at) => {
          const hasRecords = step.to >= step.from
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps are only ever added at the end.
            <li key={at} style={{ paddingInlineStart: step.depth * 12 }}>
              <Step
                type="button"
                disabled={!hasRecords}
                aria-current={chosen === at ? 'step' : undefined}
                data-kind={step.kind}
                onClick={() => {
                  setChosen(at)
                  onSeek(step.to)
                }}
              >
                <Label>{step.label}</Label>
                {step.failed && <Failed>failed</Failed>}
                <Records>{recordsText(step)}</Records>
              </Step>
            </li>
          )
        })}
      </ol>
    </Steps>
  )
}

/** `#4`, `#4–6`, or that there are none. */
function recordsText({ from, to }: StepTold): string {
  if (to < from) return 'no records'
  return to === from ? `#${from}` : `#${from}–${to}`
}

const Steps = styled.section({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 4,
  padding: '10px 12px',
  '& > ol': { margin: '0 -6px', padding: 0, listStyle: 'none' },
})

const Step = styled.button({
  display: 'flex',
  alignItems: 'baseline',
  gap: 8,
  inlineSize: '100%',
  padding: '3px 6px',
  border: 0,
  borderRadius: 4,
  background: 'transparent',
  color: 'var(--text)',
  font: 'inherit',
  fontSize: 12,
  lineHeight: '18px',
  textAlign: 'start',
  cursor: 'pointer',
  '&[data-kind="step"]': { fontWeight: 600 },
  '&:disabled': { cursor: 'default', color: 'var(--muted)' },
  '&:hover:not(:disabled)': { background: 'var(--hover)' },
  '&:focus-visible': { outline: `2px solid var(--accent)`, outlineOffset: -2 },
  '&[aria-current]': { background: `color-mix(in srgb, var(--accent) 14%, transparent)` },
})

const Label = styled.span({ flex: 1, minInlineSize: 0, overflowWrap: 'anywhere' })

const Records = styled.span({
  flex: 'none',
  fontVariantNumeric: 'tabular-nums',
  fontWeight: 400,
  color: 'var(--muted)',
})

const Failed = styled.span({ flex: 'none', color: 'var(--negative-text)' })
