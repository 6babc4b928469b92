import type { JsonValue } from '@playhead/core'
import { SegmentedControl } from '@playhead/ui'
import { useState } from 'react'
import type { Field } from './Field.ts'
import { fieldProblems } from './fieldProblems.ts'
import { JsonText } from './JsonText.tsx'
import type { PayloadDraft } from './PayloadDraft.ts'
import { fitsForm, WHOLE } from './PayloadDraft.ts'
import styles from './PayloadEditor.module.css'
import { PayloadFields } from './PayloadFields.tsx'
import { readText, writtenText } from './readText.ts'

export interface PayloadEditorProps {
  /** How payloads of the type are filled in; `undefined` where nothing is known of them. */
  field: Field | undefined
  draft: PayloadDraft
  onChange: (draft: PayloadDraft) => void
  /** What the payload was, to mark what is different. */
  original?: JsonValue | undefined
  /** Problems are shown: somebody has tried to go on. */
  isChecked: boolean
}

/** A payload as a form, or as JSON where it has none or somebody prefers it. */
export function PayloadEditor({ field, draft, onChange, original, isChecked }: PayloadEditorProps) {
  const hasForm = field !== undefined && field.kind !== 'json' && fitsForm(field, draft.value)
  const [prefersJson, setPrefersJson] = useState(false)
  const isJson = !hasForm || prefersJson
  const written = draft.texts[WHOLE]
  const problem = written === undefined ? undefined : readText(written).problem
  return (
    <div className={styles.editor}>
      <div className={styles.head}>
        <span className={styles.title}>Payload</span>
        {hasForm && (
          <SegmentedControl
            label="How the payload is written"
            size="sm"
            value={isJson ? 'json' : 'form'}
            segments={[
              { value: 'form', label: 'Form', isDisabled: problem !== undefined },
              { value: 'json', label: 'JSON' },
            ]}
            onChange={(chosen) => {
              setPrefersJson(chosen === 'json')
              onChange({ ...draft, texts: {} })
            }}
          />
        )}
      </div>
      {isJson ? (
        <JsonText
          label="Payload as JSON"
          text={written ?? writtenText(draft.value)}
          problem={problem}
          onChange={(text) => {
            const { value } = readText(text)
            onChange(value === undefined ? { ...draft, texts: { [WHOLE]: text } } : { value, texts: { [WHOLE]: text } })
          }}
        />
      ) : (
        <PayloadFields
          field={field}
          draft={draft}
          original={original}
          problems={isChecked ? fieldProblems(field, draft.value) : {}}
          onChange={onChange}
        />
      )}
    </div>
  )
}
