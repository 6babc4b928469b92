import { useState } from 'react'
import { Section } from '../inspector/Section.tsx'
import { CopyAsTest } from './CopyAsTest.tsx'
import { LoadSession } from './LoadSession.tsx'
import type { RedactionRule } from './redactions.ts'
import { SaveSession } from './SaveSession.tsx'
import styles from './Sessions.module.css'

/** What a log becomes when it leaves the app, and how it comes back: session files, and tests. */
export function Sessions() {
  const [rules, setRules] = useState<readonly RedactionRule[]>([])
  return (
    <div className={styles.sessions}>
      <Section title="Save a session" className={styles.part}>
        <div className={styles.content}>
          <SaveSession rules={rules} onRules={setRules} />
        </div>
      </Section>
      <Section title="Copy as test" className={styles.part}>
        <div className={styles.content}>
          <CopyAsTest rules={rules} />
        </div>
      </Section>
      <Section title="Open a session" className={styles.part}>
        <div className={styles.content}>
          <LoadSession />
        </div>
      </Section>
    </div>
  )
}
