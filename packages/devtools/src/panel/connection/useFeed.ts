import { useEffect, useRef } from 'react'
import type { Feeds } from '../../protocol/calls.ts'
import type { FeedListener } from '../../protocol/connectPanel.ts'
import { useAgent } from './AgentContext.ts'

/** Listens to the app while the component is there, anew whenever the question differs. `undefined` listens to nothing. */
export function useFeed<Name extends keyof Feeds>(
  name: Name,
  give: Feeds[Name]['give'] | undefined,
  listener: FeedListener<Feeds[Name]['part']>,
): void {
  const agent = useAgent()
  const latest = useRef(listener)
  useEffect(() => {
    latest.current = listener
  })
  const question = give === undefined ? undefined : JSON.stringify(give)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` is `give`, by value
  useEffect(() => {
    if (give === undefined) return
    return agent.listen(name, give, {
      part: (part) => latest.current.part(part),
      ended: () => latest.current.ended?.(),
      refused: (error) => latest.current.refused?.(error),
    })
  }, [agent, name, question])
}
