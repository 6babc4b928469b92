import { Button, ComboBox, IconButton, TextField } from '@playhead/ui'
import { EyeOff, Plus, X } from 'lucide-react'
import { useState } from 'react'
import type { SessionPlan } from '../../protocol/sessions.ts'
import { SafeText } from '../values/SafeText.tsx'
import styles from './RedactionList.module.css'
import type { RedactionRule } from './redactions.ts'
import { sameRule } from './redactions.ts'

export interface RedactionListProps {
  readonly redacted: SessionPlan['redacted']
  readonly types: SessionPlan['types']
  /** What somebody added; those that could not be applied are among them. */
  readonly rules: readonly RedactionRule[]
  readonly onRules: (rules: readonly RedactionRule[]) => void
}

/** What is taken out of a file before it leaves: what the app declares, and what somebody adds. */
export function RedactionList({ redacted, types, rules, onRules }: RedactionListProps) {
  const [isAdding, setAdding] = useState(false)
  const declared = redacted.filter((each) => each.declared)
  return (
    <div className={styles.redactions}>
      {declared.length + rules.length === 0 ? (
        <p className={styles.none}>Nothing is taken out: payloads leave as they are.</p>
      ) : (
        <ul className={styles.list} aria-label="Taken out">
          {[...declared, ...rules].map((rule) => (
            <li key={`${rule.type} ${rule.path} ${'declared' in rule}`} className={styles.rule}>
              <EyeOff aria-hidden="true" className={styles.icon} />
              <span className={styles.type}>
                <SafeText>{rule.type}</SafeText>
              </span>
              <span className={styles.path}>
                <SafeText>{rule.path}</SafeText>
              </span>
              {'declared' in rule ? (
                <span className={styles.by}>by the app</span>
              ) : (
                <IconButton
                  size="sm"
                  label={`Keep ${rule.path} of ${rule.type}`}
                  icon={<X />}
                  onPress={() => onRules(rules.filter((each) => !sameRule(each, rule)))}
                />
              )}
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <NewRule
          types={types}
          onAdd={(rule) => {
            onRules([...rules.filter((each) => !sameRule(each, rule)), rule])
            setAdding(false)
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button size="sm" variant="ghost" icon={<Plus />} className={styles.add} onPress={() => setAdding(true)}>
          Take something else out
        </Button>
      )}
    </div>
  )
}

interface NewRuleProps {
  readonly types: SessionPlan['types']
  readonly onAdd: (rule: RedactionRule) => void
  readonly onCancel: () => void
}

function NewRule({ types, onAdd, onCancel }: NewRuleProps) {
  const [type, setType] = useState<string | null>(types.length === 1 ? (types[0]?.type ?? null) : null)
  const [path, setPath] = useState('payload.')
  const isReady = type !== null && /^payload(\.[^.]+)+$/.test(path)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onAdd({ type, path })
      }}
    >
      <ComboBox
        label="Type"
        value={type}
        onChange={setType}
        options={types.map((each) => ({ value: each.type, label: each.type }))}
      />
      <TextField label="Path in it" value={path} onChange={setPath} spellCheck="false" />
      <div className={styles.buttons}>
        <Button size="sm" type="submit" variant="primary" isDisabled={!isReady}>
          Take out
        </Button>
        <Button size="sm" variant="ghost" onPress={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
