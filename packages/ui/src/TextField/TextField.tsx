import type { ReactNode, Ref } from 'react'
import type { TextFieldProps as AriaTextFieldProps } from 'react-aria-components'
import { TextField as AriaTextField, FieldError, Group, Input, Label, Text } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import fieldStyles from '../internal/Field.module.css'

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'render'> {
  label: string
  /** Keeps the label for screen readers; for where the place says what it is. */
  isLabelHidden?: boolean
  placeholder?: string
  description?: ReactNode
  /** What is wrong and what to do; makes the field invalid. */
  errorMessage?: ReactNode
  /** Inside the box, before and after the text: a currency, a unit, an icon. */
  prefix?: ReactNode
  suffix?: ReactNode
  className?: string | undefined
  inputRef?: Ref<HTMLInputElement>
}

/** A line of text. */
export function TextField({
  label,
  isLabelHidden = false,
  placeholder,
  description,
  errorMessage,
  prefix,
  suffix,
  className,
  inputRef,
  ...props
}: TextFieldProps) {
  return (
    <AriaTextField
      {...props}
      isInvalid={props.isInvalid ?? errorMessage != null}
      className={classNames(fieldStyles.field, className)}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {!isLabelHidden && <Label className={fieldStyles.label ?? ''}>{label}</Label>}
      <Group className={fieldStyles.box ?? ''}>
        {prefix != null && <span className={fieldStyles.affix}>{prefix}</span>}
        <Input
          ref={inputRef ?? null}
          className={fieldStyles.input ?? ''}
          {...(placeholder !== undefined && { placeholder })}
        />
        {suffix != null && <span className={fieldStyles.affix}>{suffix}</span>}
      </Group>
      {description != null && (
        <Text slot="description" className={fieldStyles.description ?? ''}>
          {description}
        </Text>
      )}
      <FieldError className={fieldStyles.error ?? ''}>{errorMessage}</FieldError>
    </AriaTextField>
  )
}
