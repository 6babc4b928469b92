import { Button, IconButton, Menu, MenuItem, Skeleton } from '@playhead/ui'
import { Braces, CodeXml, Copy, Pencil, SkipForward } from 'lucide-react'
import { useState } from 'react'
import type { AgentError } from '../../protocol/connectPanel.ts'
import type { RecordView } from '../../protocol/RecordView.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { CopiedNote } from '../copy/CopiedNote.tsx'
import { useCopy } from '../copy/useCopy.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import { ValueTree } from '../values/ValueTree.tsx'
import styles from './ActionTab.module.css'
import { CallSite } from './CallSite.tsx'
import { dispatchCode } from './dispatchCode.ts'
import { RecordFacts } from './RecordFacts.tsx'
import { Refused } from './Refused.tsx'
import { Section } from './Section.tsx'
import { useTravel } from './useTravel.ts'

export interface ActionTabProps {
  readonly store: string
  /** Head of the log: a branch of the record reaches so far. */
  readonly head: number
  readonly record: RecordView | undefined
  readonly onRecordChanged: () => void
}

/** A record as it was dispatched: payload, metadata, and where it came from. */
export function ActionTab({ store, head, record, onRecordChanged }: ActionTabProps) {
  const agent = useAgent()
  const actions = useActions(panel)
  const travel = useTravel(store)
  const { copied, copy } = useCopy()
  const [refused, setRefused] = useState<{ readonly what: string; readonly error: AgentError }>()
  if (!record) return <Loading />

  const { offset, type } = record
  const payload: ValueRef = { store, value: { of: 'payload', at: offset }, path: [] }
  const text = async (ref: ValueRef, as: 'json' | 'code' | 'stored') => {
    const got = await agent.call('text', { ...ref, as })
    if (got.more > 0) throw new Error(`it is ${(got.text.length + got.more).toLocaleString('en')} characters long.`)
    return got.text
  }
  const edit = () => {
    text(payload, 'stored').then(
      (stored) =>
        actions.branchDrafted({ store, edit: { at: head, replace: { [offset]: { type, payload: stored } } } }),
      (error: AgentError) => setRefused({ what: 'The payload cannot be edited', error }),
    )
  }
  const skip = () => actions.branchDrafted({ store, edit: { at: head, without: [offset] } })
  const capture = (on: boolean) => {
    agent
      .call('captureCallSites', { store, on })
      .then(onRecordChanged, (error: AgentError) => setRefused({ what: 'Call sites cannot be captured', error }))
  }

  return (
    <div className={styles.tab}>
      {refused && <Refused {...refused} />}
      <Section
        title="Payload"
        className={styles.payload}
        tools={
          <>
            <Menu trigger={<IconButton size="sm" label="Copy the record" icon={<Copy />} />} placement="bottom end">
              <MenuItem
                icon={<Braces />}
                onAction={() => copy('as JSON', text({ ...payload, value: { of: 'record', at: offset } }, 'json'))}
              >
                As JSON
              </MenuItem>
              <MenuItem
                icon={<CodeXml />}
                onAction={() =>
                  copy(
                    'as dispatch code',
                    text(payload, 'code').then((code) => dispatchCode(type, code)),
                  )
                }
              >
                As dispatch code
              </MenuItem>
            </Menu>
            <Button size="sm" variant="ghost" icon={<SkipForward />} onPress={skip}>
              Skip
            </Button>
            <Button size="sm" variant="ghost" icon={<Pencil />} onPress={edit}>
              Edit
            </Button>
          </>
        }
      >
        <ValueTree
          className={styles.tree ?? ''}
          label={`Payload of record ${offset}`}
          store={store}
          value={payload.value}
          name="payload"
          empty={<p className={styles.none}>No payload</p>}
        />
      </Section>
      {/* biome-ignore lint/a11y/useSemanticElements: no fields are in it */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and must be reached to */}
      <div className={styles.rest} role="group" aria-label="About the record" tabIndex={0}>
        <Section title="Record">
          <RecordFacts record={record} onTravel={travel} onCause={() => actions.inspectorTabChosen('cause')} />
        </Section>
        <Section title="Call site">
          <CallSite lines={record.callSite} isCapturing={record.capturesCallSites} onCapture={capture} />
        </Section>
      </div>
      <CopiedNote copied={copied} />
    </div>
  )
}

function Loading() {
  return (
    <div className={styles.loading}>
      {['40%', '64%', '52%', '30%'].map((width) => (
        <Skeleton key={width} inlineSize={width} />
      ))}
    </div>
  )
}
