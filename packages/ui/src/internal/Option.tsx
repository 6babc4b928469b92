import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { ListBoxItem } from 'react-aria-components'
import listStyles from './ListBox.module.css'

/** A choice of a `Select` or `ComboBox`. */
export interface Option<Value extends string = string> {
  readonly value: Value
  readonly label: string
  readonly description?: string | undefined
  readonly icon?: ReactNode
  readonly isDisabled?: boolean
}

/** An option as a row of the list that opens. Its name is all that is written in it; typing finds it by its label. */
export function OptionItem({ option }: { option: Option }) {
  return (
    <ListBoxItem
      id={option.value}
      textValue={option.label}
      isDisabled={option.isDisabled ?? false}
      className={listStyles.item ?? ''}
    >
      {option.icon != null && <span className={listStyles.icon}>{option.icon}</span>}
      <span className={listStyles.label}>{option.label}</span>
      {option.description !== undefined && <span className={listStyles.description}>{option.description}</span>}
      <span className={listStyles.end}>
        <Check aria-hidden="true" className={listStyles.check} />
      </span>
    </ListBoxItem>
  )
}
