import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ValueRef } from '../../protocol/values.ts'
import { useAgent } from '../connection/AgentContext.ts'
import type { LoadedValue, ValueLoader } from './loadValue.ts'
import { loadValue } from './loadValue.ts'

/** What is loaded of a value, while the component is there. */
export function useValueLoader(ref: ValueRef | undefined): readonly [LoadedValue, ValueLoader] {
  const agent = useAgent()
  const [made, setMade] = useState(() => ({ agent, loader: loadValue(agent) }))
  let { loader } = made
  if (made.agent !== agent) {
    loader = loadValue(agent)
    setMade({ agent, loader })
  }
  const question = JSON.stringify(ref)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `question` is `ref`, by value
  useEffect(() => loader.show(ref), [loader, question])
  return [useSyncExternalStore(loader.subscribe, () => loader.loaded), loader]
}
