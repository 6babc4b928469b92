import { Dialog, Kbd } from '@playhead/ui'
import { Fragment } from 'react'
import styles from './ShortcutSheet.module.css'
import type { ShortcutGroup } from './shortcuts.ts'
import { keyText, shortcuts } from './shortcuts.ts'

interface ShortcutSheetProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  /** The keys that open and close the panel, where it has any. */
  toggleKeys?: string | undefined
}

const groups: readonly ShortcutGroup[] = ['Play', 'Move', 'Loop', 'Show']

/** All keys of the panel, from the list that is listened to. */
export function ShortcutSheet({ isOpen, onOpenChange, toggleKeys }: ShortcutSheetProps) {
  return (
    <Dialog title="Keyboard" size="lg" isOpen={isOpen} onOpenChange={onOpenChange}>
      <div className={styles.sheet}>
        {groups.map((group) => (
          <section key={group} className={styles.group}>
            <h3 className={styles.title}>{group}</h3>
            <dl className={styles.list}>
              {shortcuts
                .filter((each) => each.group === group)
                .map(({ command, keys, does }) => (
                  <div key={command} className={styles.row}>
                    <dt>{does}</dt>
                    <dd className={styles.keys}>
                      {keys.map((key, place) => (
                        <Fragment key={key}>
                          {place > 0 && <span className={styles.or}>or</span>}
                          <Kbd>{keyText(key)}</Kbd>
                        </Fragment>
                      ))}
                    </dd>
                  </div>
                ))}
              {group === 'Show' && toggleKeys && (
                <div className={styles.row}>
                  <dt>Open or close the panel, from the app too</dt>
                  <dd className={styles.keys}>
                    <Kbd>{toggleKeys}</Kbd>
                  </dd>
                </div>
              )}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
