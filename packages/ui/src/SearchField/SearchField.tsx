import { Search, X } from 'lucide-react'
import type { Ref } from 'react'
import type { SearchFieldProps as AriaSearchFieldProps } from 'react-aria-components'
import { SearchField as AriaSearchField, Button, Group, Input, Label } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import fieldStyles from '../internal/Field.module.css'
import styles from './SearchField.module.css'

export interface SearchFieldProps extends Omit<AriaSearchFieldProps, 'children' | 'className' | 'style' | 'render'> {
  /** What is searched: "Search transactions". For screen readers unless `isLabelHidden` is false. */
  label: string
  isLabelHidden?: boolean
  placeholder?: string
  className?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

/** Text to search for. Escape and the button in it clear it. */
export function SearchField({
  label,
  isLabelHidden = true,
  placeholder = label,
  className,
  inputRef,
  ...props
}: SearchFieldProps) {
  return (
    <AriaSearchField
      {...props}
      className={classNames(fieldStyles.field, className)}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {({ isEmpty }) => (
        <>
          {!isLabelHidden && <Label className={fieldStyles.label ?? ''}>{label}</Label>}
          <Group className={fieldStyles.box ?? ''}>
            <Search aria-hidden="true" />
            <Input
              ref={inputRef ?? null}
              placeholder={placeholder}
              className={classNames(fieldStyles.input, styles.input)}
            />
            <Button className={classNames(styles.clear, isEmpty && styles.hidden)}>
              <X aria-hidden="true" />
            </Button>
          </Group>
        </>
      )}
    </AriaSearchField>
  )
}
