/** @jsxRuntime classic */
import * as React from 'react'
import { styled } from 'storybook/theming'
import { Code, Heading, Muted } from './parts.tsx'

/** What to do for a story that has no store. */
export function NoStore() {
  return (
    <Empty>
      <Heading>This story has no store of its own</Heading>
      <Muted>
        Give it one, and it gets a log that begins with the records you name, parked where you say. Each story has its
        own; nothing leaks into the next.
      </Muted>
      <Code tabIndex={0} aria-label="Example">
        {example}
      </Code>
    </Empty>
  )
}

const example = `parameters: {
  playhead: {
    store: (ports) => createStore({ slices: [cart], ...ports }),
    provider: StoreProvider,
    records: [cartActions.added({ id: 'tea' })],
    at: 'live',
  },
}`

const Empty = styled.div({
  display: 'grid',
  alignContent: 'center',
  gap: 8,
  inlineSize: '100%',
  maxInlineSize: 480,
  margin: 'auto',
  padding: 20,
})
