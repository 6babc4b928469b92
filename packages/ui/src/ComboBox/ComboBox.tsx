import { ChevronsUpDown } from 'lucide-react'
import type { ReactNode } from 'react'
import {
  ComboBox as AriaComboBox,
  Button,
  FieldError,
  Group,
  Input,
  Label,
  ListBox,
  Popover,
  Text,
} from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import fieldStyles from '../internal/Field.module.css'
import listStyles from '../internal/ListBox.module.css'
import type { Option } from '../internal/Option.tsx'
import { OptionItem } from '../internal/Option.tsx'
import styles from './ComboBox.module.css'

export interface ComboBoxProps<Value extends string> {
  label: string
  isLabelHidden?: boolean
  options: readonly Option<Value>[]
  value: Value | null
  /** `null` when the text was cleared. */
  onChange: (value: Value | null) => void
  placeholder?: string
  description?: ReactNode
  errorMessage?: ReactNode
  isDisabled?: boolean
  className?: string | undefined
}

/** One of many, found by typing part of its label. */
export function ComboBox<Value extends string>({
  label,
  isLabelHidden = false,
  options,
  value,
  onChange,
  placeholder,
  description,
  errorMessage,
  isDisabled = false,
  className,
}: ComboBoxProps<Value>) {
  return (
    <AriaComboBox
      className={classNames(fieldStyles.field, className)}
      defaultItems={options}
      value={value}
      onChange={(key) => onChange(options.find((option) => option.value === key)?.value ?? null)}
      allowsEmptyCollection
      menuTrigger="focus"
      isDisabled={isDisabled}
      isInvalid={errorMessage != null}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={fieldStyles.label ?? ''}>{label}</Label>}
      <Group className={fieldStyles.box ?? ''}>
        <Input className={fieldStyles.input ?? ''} {...(placeholder !== undefined && { placeholder })} />
        <Button className={styles.open ?? ''}>
          <ChevronsUpDown aria-hidden="true" />
        </Button>
      </Group>
      {description != null && (
        <Text slot="description" className={fieldStyles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={fieldStyles.error ?? ''}>{errorMessage}</FieldError>
      <Popover className={listStyles.popover ?? ''} offset={4}>
        <ListBox<Option<Value>>
          className={listStyles.list ?? ''}
          renderEmptyState={() => <div className={listStyles.empty}>Nothing matches.</div>}
        >
          {(option) => <OptionItem option={option} />}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}
