import type { ReactNode } from 'react'
import styles from './Kbd.module.css'

/** A key, or a chord of keys, as written on them. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className={styles.kbd}>{children}</kbd>
}
