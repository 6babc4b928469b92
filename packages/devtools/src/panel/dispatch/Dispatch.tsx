import { useState } from 'react'
import { useNotices } from '../app/NoticesContext.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { useStores } from '../connection/StoresContext.ts'
import { useCall } from '../connection/useCall.ts'
import { DispatchForm } from './DispatchForm.tsx'
import { indented, payloadProblem } from './payloadProblem.ts'

/** Dispatches an action that somebody writes, into the store of the panel. */
export function Dispatch() {
  const { current } = useStores()
  const agent = useAgent()
  const notices = useNotices()
  const [type, setType] = useState('')
  const [edited, setEdited] = useState<{ readonly type: string; readonly text: string }>()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  const store = current?.id
  // Asked anew when the log has grown to twice its size: a list of types is complete early.
  const grown = Math.ceil(Math.log2((current?.playhead.head ?? 0) + 2))
  const { got: types } = useCall('types', store === undefined ? undefined : { store }, grown)
  const known = types?.some((each) => each.type === type) ?? false
  const { got: shape } = useCall('payloadShape', store !== undefined && known ? { store, type } : undefined)

  // What somebody has written for this type; else what the newest record of it carried.
  const template = known ? shape?.seen[0] : undefined
  const payload = edited?.type === type ? edited.text : template === undefined ? '' : indented(template)

  async function dispatch() {
    if (store === undefined) return
    setBusy(true)
    setFailure(undefined)
    try {
      await agent.call('dispatch', { store, type, payload: payload.trim() })
      notices.show({ tone: 'positive', title: `Dispatched ${type}`, timeoutMs: 3000 })
    } catch (thrown) {
      setFailure(thrown instanceof Error ? thrown.message : String(thrown))
    } finally {
      setBusy(false)
    }
  }

  return (
    <DispatchForm
      types={types ?? []}
      type={type}
      payload={payload}
      problem={payloadProblem(payload)}
      failure={failure}
      isLocked={current?.locked ?? false}
      isBusy={isBusy}
      onType={(next) => {
        setType(next)
        setFailure(undefined)
      }}
      onPayload={(text) => setEdited({ type, text })}
      onDispatch={() => void dispatch()}
    />
  )
}
