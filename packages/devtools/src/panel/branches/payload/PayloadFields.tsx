import type { JsonValue } from '@playhead/core'
import { SegmentedControl, Select, TextField } from '@playhead/ui'
import type { Field } from './Field.ts'
import { tagOf } from './Field.ts'
import type { FieldProblems } from './fieldProblems.ts'
import { pathOf } from './fieldProblems.ts'
import { fieldText, keepsText, textProblem, valueWritten } from './fieldTexts.ts'
import { JsonText } from './JsonText.tsx'
import { memberOf, withMember, withoutText } from './members.ts'
import type { PayloadDraft } from './PayloadDraft.ts'
import styles from './PayloadEditor.module.css'
import { writtenText } from './readText.ts'

export interface PayloadFieldsProps {
  field: Field
  draft: PayloadDraft
  /** What the payload was: what is different says so. */
  original: JsonValue | undefined
  problems: FieldProblems
  onChange: (draft: PayloadDraft) => void
}

/** A form made of what is known of a payload: a field for each value, groups for objects in it. */
export function PayloadFields(props: PayloadFieldsProps) {
  return <Part {...props} path={[]} value={props.draft.value} was={props.original} />
}

interface PartProps extends PayloadFieldsProps {
  path: readonly string[]
  value: JsonValue | undefined
  was: JsonValue | undefined
}

function Part(props: PartProps) {
  const { field, path, value, was } = props
  if (field.kind !== 'group') return <OneField {...props} field={field} />
  const fields = field.fields.map((each) => (
    <Part
      key={each.name}
      {...props}
      field={each}
      path={[...path, each.name]}
      value={memberOf(value, each.name)}
      was={memberOf(was, each.name)}
    />
  ))
  return path.length === 0 ? (
    <div className={styles.fields}>{fields}</div>
  ) : (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{labelOf(field)}</legend>
      <div className={styles.fields}>{fields}</div>
    </fieldset>
  )
}

function OneField(props: PartProps & { field: Exclude<Field, { kind: 'group' }> }) {
  const { field, path, value, was, draft, problems, onChange } = props
  const key = pathOf(path)
  const label = labelOf(field)
  const text = draft.texts[key]
  const problem = (text === undefined ? undefined : textProblem(field, text)) ?? problems[key]
  const isDifferent = was !== undefined && JSON.stringify(was) !== JSON.stringify(value)
  const description = describe(field, isDifferent ? was : undefined)
  const set = (next: JsonValue | undefined) =>
    onChange({ value: withMember(draft.value, path, next), texts: withoutText(draft.texts, key) })
  /** Text that is no value yet stays as it was written, and the value stays what it was. */
  const write = (nextText: string) => {
    const next = valueWritten(field, nextText)
    const isKept = keepsText(field) || (next === undefined && nextText !== '')
    const texts = isKept ? { ...draft.texts, [key]: nextText } : withoutText(draft.texts, key)
    onChange({
      value: next === undefined && nextText !== '' ? draft.value : withMember(draft.value, path, next),
      texts,
    })
  }
  switch (field.kind) {
    case 'yesNo':
      return (
        <div className={styles.field}>
          <span className={styles.label}>{label}</span>
          <SegmentedControl
            label={label}
            size="sm"
            value={value === true ? 'true' : value === false ? 'false' : 'absent'}
            segments={[
              { value: 'true', label: 'true' },
              { value: 'false', label: 'false' },
              ...(field.isRequired && value !== undefined ? [] : [{ value: 'absent' as const, label: 'absent' }]),
            ]}
            onChange={(chosen) => set(chosen === 'absent' ? undefined : chosen === 'true')}
          />
          {description !== undefined && <p className={styles.hint}>{description}</p>}
          {problem !== undefined && <p className={styles.problem}>{problem}</p>}
        </div>
      )
    case 'choice':
      return (
        <Select
          label={label}
          options={field.choices.map((each) => ({ value: JSON.stringify(each), label: shown(each) }))}
          value={value === undefined ? null : JSON.stringify(value)}
          onChange={(chosen) => set(JSON.parse(chosen) as JsonValue)}
          description={description}
          errorMessage={problem}
        />
      )
    case 'json':
      return (
        <JsonText
          label={label}
          isLabelShown
          rows={3}
          text={text ?? writtenText(value)}
          problem={problem}
          onChange={write}
        />
      )
    default:
      return (
        <div className={styles.field}>
          <TextField
            label={label}
            value={text ?? fieldText(field, value)}
            onChange={write}
            errorMessage={problem}
            description={description}
            inputMode={field.kind === 'number' || field.kind === 'bigint' ? 'decimal' : 'text'}
          />
          {field.seen && field.seen.length > 1 && <Seen values={field.seen} onChoose={set} />}
        </div>
      )
  }
}

function Seen({ values, onChoose }: { values: readonly JsonValue[]; onChoose: (value: JsonValue) => void }) {
  return (
    <div className={styles.seen}>
      <span className={styles.hint}>Seen</span>
      {values.map((each) => (
        <button key={JSON.stringify(each)} type="button" className={styles.seenValue} onClick={() => onChoose(each)}>
          <bdi>{shown(each)}</bdi>
        </button>
      ))}
    </div>
  )
}

const labelOf = ({ name, isRequired }: Field) => `${name || 'Payload'}${isRequired ? '' : ' (optional)'}`

function describe(field: Field, was: JsonValue | undefined): string | undefined {
  const parts = [field.description, was === undefined ? undefined : `Was ${shown(was)}`].filter(
    (each) => each !== undefined,
  )
  return parts.length > 0 ? parts.join(' · ') : undefined
}

const shown = (value: JsonValue): string => {
  const tag = tagOf(value)
  if (tag !== undefined) return String(memberOf(value, tag))
  return typeof value === 'string' ? (value === '' ? 'empty text' : value) : JSON.stringify(value)
}
