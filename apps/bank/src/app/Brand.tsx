import styles from './Brand.module.css'

/** The product's mark and name. */
export function Brand() {
  return (
    <span className={styles.brand}>
      <svg aria-hidden="true" className={styles.mark} viewBox="0 0 24 24" width="24" height="24">
        <rect width="24" height="24" rx="6.5" className={styles.tile} />
        <path d="M4.5 15.5h4V12h4V8.5h7" className={styles.line} />
        <path d="M14.5 5v14" className={styles.head} />
        <circle cx="14.5" cy="8.5" r="2" className={styles.dot} />
      </svg>
      <span data-brand-name>Playhead bank</span>
    </span>
  )
}
