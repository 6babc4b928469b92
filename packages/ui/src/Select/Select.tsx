import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  Select as AriaSelect,
  Button,
  FieldError,
  Label,
  ListBox,
  Popover,
  SelectValue,
  Text,
} from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import fieldStyles from '../internal/Field.module.css'
import listStyles from '../internal/ListBox.module.css'
import type { Option } from '../internal/Option.tsx'
import { OptionItem } from '../internal/Option.tsx'
import styles from './Select.module.css'

export interface SelectProps<Value extends string> {
  label: string
  isLabelHidden?: boolean
  options: readonly Option<Value>[]
  /** `null` while nothing is chosen. */
  value: Value | null
  onChange: (value: Value) => void
  placeholder?: string
  description?: ReactNode
  errorMessage?: ReactNode
  isDisabled?: boolean
  /** Before the value, inside the box. */
  icon?: ReactNode
  /** The form field's name. */
  name?: string
  className?: string | undefined
}

/** One of a handful up to a few dozen; with more, or to type in, take a `ComboBox`. */
export function Select<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  placeholder = 'Choose',
  description,
  errorMessage,
  isDisabled = false,
  icon,
  name,
  className,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      className={classNames(fieldStyles.field, className)}
      value={value}
      onChange={(key) => {
        const chosen = options.find((option) => option.value === key)
        if (chosen) onChange(chosen.value)
      }}
      placeholder={placeholder}
      isDisabled={isDisabled}
      isInvalid={errorMessage != null}
      {...(name !== undefined && { name })}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={fieldStyles.label ?? ''}>{label}</Label>}
      <Button className={classNames(fieldStyles.box, styles.button)}>
        {icon != null && <span className={fieldStyles.affix}>{icon}</span>}
        <SelectValue className={styles.value ?? ''}>
          {({ selectedText, isPlaceholder }) => (isPlaceholder ? placeholder : selectedText)}
        </SelectValue>
        <ChevronsUpDown aria-hidden="true" />
      </Button>
      {description != null && (
        <Text slot="description" className={fieldStyles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={fieldStyles.error ?? ''}>{errorMessage}</FieldError>
      <Popover className={listStyles.popover ?? ''} offset={4}>
        {/* Not as `items`: those are told apart by a field called id, and an inserted option would take its neighbour's. */}
        <ListBox className={listStyles.list ?? ''}>
          {options.map((option) => (
            <OptionItem key={option.value} option={option} />
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
