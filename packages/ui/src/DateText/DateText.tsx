import styles from './DateText.module.css'
import type { DateFormat } from './formatDate.ts'
import { formatDate } from './formatDate.ts'

export interface DateTextProps extends DateFormat {
  /** A calendar day as `YYYY-MM-DD`, the same in every time zone; or an instant, as a Date or in milliseconds. */
  value: string | Date | number
  className?: string | undefined
}

/** A day or an instant in the words of a locale, in a `time` element that machines can read. */
export function DateText({ value, className, ...format }: DateTextProps) {
  const { text, machine } = formatDate(value, format)
  return (
    <time dateTime={machine} className={className === undefined ? styles.date : `${styles.date} ${className}`}>
      {text}
    </time>
  )
}
