import { useMemo } from 'react'
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { TypeSeen } from '../../protocol/rows.ts'
import { countText } from '../transport/playheadText.ts'
import styles from './TypeField.module.css'

interface TypeFieldProps {
  types: readonly TypeSeen[]
  value: string
  onChange: (type: string) => void
}

/** An action type: written, or chosen of those that the app knows, the most used first. */
export function TypeField({ types, value, onChange }: TypeFieldProps) {
  const words = value.trim().toLowerCase()
  const fitting = useMemo(() => {
    // Chosen already: the others are what somebody wants to see.
    if (types.some(({ type }) => type === value)) return types.slice(0, SHOWN_MAX)
    return types.filter(({ type }) => type.toLowerCase().includes(words)).slice(0, SHOWN_MAX)
  }, [types, value, words])
  return (
    <ComboBox
      className={styles.field ?? ''}
      items={fitting.map((seen) => ({ ...seen, id: seen.type }))}
      inputValue={value}
      onInputChange={onChange}
      onChange={(key) => key !== null && onChange(String(key))}
      allowsCustomValue
      menuTrigger="focus"
    >
      <Label className={styles.label ?? ''}>Type</Label>
      <Input className={styles.input ?? ''} placeholder="todo/added" spellCheck="false" autoCapitalize="off" />
      <Popover className={styles.popover ?? ''} offset={4}>
        <ListBox<TypeSeen & { id: string }> className={styles.list ?? ''}>
          {({ type, records }) => (
            <ListBoxItem id={type} textValue={type} className={styles.item ?? ''}>
              <span className={styles.type}>{type}</span>
              <span className={styles.count}>{records === 0 ? 'not yet' : countText(records)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}

const SHOWN_MAX = 100
