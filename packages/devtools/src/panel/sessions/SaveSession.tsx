import { Button, Skeleton } from '@playhead/ui'
import { Download } from 'lucide-react'
import { useState } from 'react'
import type { AgentError } from '../../protocol/connectPanel.ts'
import type { StoreOverview } from '../../protocol/overview.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { useStores } from '../connection/StoresContext.ts'
import { useCall } from '../connection/useCall.ts'
import { arrangement } from '../model/arrangement.ts'
import { useSelector } from '../model/panelStore.ts'
import { downloadText, fileName } from './downloadText.ts'
import { formatBytes } from './formatBytes.ts'
import { Note } from './Note.tsx'
import { RangeChooser } from './RangeChooser.tsx'
import { RedactionList } from './RedactionList.tsx'
import type { RangeChoice } from './rangeChoice.ts'
import type { RedactionProps } from './redactions.ts'
import { redactionOf } from './redactions.ts'
import { SavePlan } from './SavePlan.tsx'
import styles from './SaveSession.module.css'
import { useChosenRange } from './useChosenRange.ts'

/** Saves records as a session file, after showing what is in it and what is taken out. */
export function SaveSession(props: RedactionProps) {
  const { current } = useStores()
  return current && <SaveOf key={current.id} store={current} {...props} />
}

function SaveOf({ store, rules, onRules }: RedactionProps & { readonly store: StoreOverview }) {
  const agent = useAgent()
  const { loop } = useSelector(arrangement)
  const [choice, setChoice] = useState<RangeChoice>({ kind: 'all' })
  const [isSaving, setSaving] = useState(false)
  const [outcome, setOutcome] = useState<{ readonly saved: string } | { readonly failed: AgentError }>()
  const range = useChosenRange(store, choice)
  const redact = redactionOf(rules)
  const give = range && { store: store.id, ...range, ...(redact && { redact }) }
  const { got: plan, refused, waiting } = useCall('planSession', give)

  const save = () => {
    if (!give) return
    setSaving(true)
    setOutcome(undefined)
    agent.call('saveSession', give).then(
      ({ text }) => {
        setSaving(false)
        const name = fileName(store.name, plan ?? give, '.playhead')
        downloadText(name, text, 'application/x-ndjson')
        setOutcome({ saved: `Saved ${name}, ${formatBytes(text.length)}.` })
      },
      (failed: AgentError) => {
        setSaving(false)
        setOutcome({ failed })
      },
    )
  }

  return (
    <div className={styles.save}>
      <RangeChooser choice={choice} onChange={setChoice} range={range} hasLoop={loop !== undefined} />
      {refused && <Note tone="error">{refused.message}</Note>}
      {plan && range ? (
        <>
          <SavePlan plan={plan} asked={range} />
          <div>
            <h4 className={styles.heading}>Taken out before it leaves</h4>
            <RedactionList redacted={plan.redacted} types={plan.types} rules={rules} onRules={onRules} />
          </div>
        </>
      ) : (
        range && !refused && <Skeleton inlineSize="60%" blockSize="2.5rem" shape="block" />
      )}
      <div className={styles.foot}>
        <Button
          variant="primary"
          size="sm"
          icon={<Download />}
          isPending={isSaving}
          isDisabled={!plan || !range || refused !== undefined || waiting}
          onPress={save}
        >
          Save session
        </Button>
        <span role="status" className={styles.outcome}>
          {outcome && 'saved' in outcome && outcome.saved}
        </span>
      </div>
      {outcome && 'failed' in outcome && <Note tone="error">{outcome.failed.message}</Note>}
    </div>
  )
}
