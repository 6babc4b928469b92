import { useEffect, useState } from 'react'
import type { Calls } from '../../protocol/calls.ts'
import type { AgentError } from '../../protocol/connectPanel.ts'
import { useAgent } from './AgentContext.ts'

/** What a question to the app came to. The last answer stays while the next one is on its way. */
export interface Asked<Got> {
  readonly got: Got | undefined
  readonly refused: AgentError | undefined
  /** The answer, or the refusal, is not to the question of now. */
  readonly waiting: boolean
}

/**
 * Asks the app once, and again whenever the question differs or `again` does. `undefined` asks nothing.
 * An answer that comes after the next question is dropped.
 */
export function useCall<Name extends keyof Calls>(
  name: Name,
  give: Calls[Name]['give'] | undefined,
  again?: unknown,
): Asked<Calls[Name]['get']> {
  const agent = useAgent()
  const question = give === undefined ? undefined : JSON.stringify([give, again])
  const [answer, setAnswer] = useState<Answer<Calls[Name]['get']>>(NOTHING)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` is `give` and `again`, by value
  useEffect(() => {
    if (give === undefined) return
    let current = true
    agent.call(name, give).then(
      (got) => {
        if (current) setAnswer({ to: question, got, refused: undefined })
      },
      (refused: AgentError) => {
        if (current) setAnswer((last) => ({ to: question, got: last.got, refused }))
      },
    )
    return () => {
      current = false
    }
  }, [agent, name, question])

  const waiting = question !== undefined && answer.to !== question
  return { got: answer.got, refused: waiting ? undefined : answer.refused, waiting }
}

interface Answer<Got> {
  readonly to: string | undefined
  readonly got: Got | undefined
  readonly refused: AgentError | undefined
}

const NOTHING: Answer<never> = { to: undefined, got: undefined, refused: undefined }
