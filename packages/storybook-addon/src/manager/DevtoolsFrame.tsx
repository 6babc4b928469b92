/** @jsxRuntime classic */
import type { EmbeddedPanel } from '@playhead/devtools/embed'
import { embedPanel } from '@playhead/devtools/embed'
import * as React from 'react'
import { styled } from 'storybook/theming'
import type { Channel } from '../channel/channelWire.ts'
import { channelWire } from '../channel/channelWire.ts'
import { EVENTS } from '../channel/events.ts'
import { Note } from './parts.tsx'

/**
 * The devtools, in a frame with a React of their own, connected to the agent in the preview. They stay through all
 * stories; another preview has another agent, and they are made anew.
 */
export function DevtoolsFrame({
  channel,
  preview,
  theme,
}: {
  channel: Channel
  preview: number
  theme: 'light' | 'dark'
}) {
  const element = React.useRef<HTMLDivElement>(null)
  const panel = React.useRef<EmbeddedPanel>(undefined)
  const isSeen = useSeen(element)
  const [problem, setProblem] = React.useState<string>()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a theme is told to the panel that is there, below.
  React.useEffect(() => {
    if (!isSeen || preview === 0 || !element.current) return
    let isGone = false
    const wire = channelWire(channel, {
      sends: EVENTS.toAgent,
      hears: EVENTS.toPanel,
      connection: crypto.randomUUID(),
    })
    const frame = element.current.appendChild(document.createElement('div'))
    frame.style.blockSize = '100%'
    setProblem(undefined)
    embedPanel(frame, wire, { theme }).then(
      (embedded) => {
        if (isGone) return embedded.remove()
        panel.current = embedded
      },
      (thrown: unknown) => isGone || setProblem(thrown instanceof Error ? thrown.message : String(thrown)),
    )
    return () => {
      isGone = true
      panel.current?.remove()
      panel.current = undefined
      frame.remove()
      wire.close()
    }
  }, [channel, preview, isSeen])

  React.useEffect(() => panel.current?.setTheme(theme), [theme])

  return (
    <Frame>
      {problem !== undefined && <Note tone="negative">{problem}</Note>}
      <Fill ref={element} />
    </Frame>
  )
}

/** A panel that nobody looks at costs nothing: true from the first time on that the element is on the screen. */
function useSeen(element: React.RefObject<Element | null>): boolean {
  const [isSeen, setSeen] = React.useState(false)
  React.useEffect(() => {
    if (isSeen || !element.current) return
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) setSeen(true)
    })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element, isSeen])
  return isSeen
}

const Frame = styled.div({ display: 'flex', flexDirection: 'column', minInlineSize: 0, minBlockSize: 0, flex: 1 })
const Fill = styled.div({ flex: 1, minBlockSize: 0 })
