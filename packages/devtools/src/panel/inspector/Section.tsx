import type { ReactNode } from 'react'
import { useId } from 'react'
import styles from './Section.module.css'

export interface SectionProps {
  readonly title: string
  /** Beside the title. */
  readonly tools?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
}

/** A part of a tab, under its heading. */
export function Section({ title, tools, children, className }: SectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className={`${styles.section} ${className ?? ''}`}>
      <header className={styles.head}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        {tools != null && <div className={styles.tools}>{tools}</div>}
      </header>
      {children}
    </section>
  )
}
