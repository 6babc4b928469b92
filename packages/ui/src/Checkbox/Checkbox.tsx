import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CheckboxFieldProps } from 'react-aria-components'
import { CheckboxButton, CheckboxField, FieldError, Text } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import fieldStyles from '../internal/Field.module.css'
import styles from './Checkbox.module.css'

export interface CheckboxProps extends Omit<CheckboxFieldProps, 'children' | 'className' | 'style' | 'render'> {
  /** Leave it out in a table's cell, and give an `aria-label`. */
  children?: ReactNode
  description?: ReactNode
  errorMessage?: ReactNode
  className?: string | undefined
}

/** Yes or no, to take effect when the form is sent; `isIndeterminate` where only some of a set are chosen. */
export function Checkbox({ children, description, errorMessage, className, ...props }: CheckboxProps) {
  return (
    <CheckboxField
      {...props}
      isInvalid={props.isInvalid ?? errorMessage != null}
      className={classNames(styles.field, className)}
    >
      <CheckboxButton className={styles.checkbox ?? ''}>
        {({ isIndeterminate }) => (
          <>
            <span className={styles.box}>
              {isIndeterminate ? <Minus aria-hidden="true" /> : <Check aria-hidden="true" />}
            </span>
            {children != null && <span>{children}</span>}
          </>
        )}
      </CheckboxButton>
      {description != null && (
        <Text slot="description" className={classNames(fieldStyles.description, styles.below)}>
          {description}
        </Text>
      )}
      <FieldError className={classNames(fieldStyles.error, styles.below)}>{errorMessage}</FieldError>
    </CheckboxField>
  )
}
