import { CircleAlert, CircleCheck, History, Info, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react'
import { Button } from '../Button/Button.tsx'
import { IconButton } from '../IconButton/IconButton.tsx'
import { classNames } from '../internal/classNames.ts'
import styles from './ToastRegion.module.css'
import type { QueuedToast, ToastQueue } from './toastQueue.ts'

export interface ToastRegionProps {
  queue: ToastQueue
  /** The landmark's name. */
  label?: string
}

/**
 * Shows the messages of a queue in a corner, and says them when the reader is at rest. Mount it once, from the start: a
 * live region speaks only of what comes after it.
 */
export function ToastRegion({ queue, label = 'Notifications' }: ToastRegionProps) {
  const toasts = useSyncExternalStore(queue.subscribe, queue.getSnapshot, queue.getSnapshot)
  return (
    <section aria-label={label} aria-live="polite" aria-relevant="additions" className={styles.region}>
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} onDismiss={() => queue.dismiss(toast.id)} />
      ))}
    </section>
  )
}

function ToastCard({ toast, onDismiss }: { toast: QueuedToast; onDismiss: () => void }) {
  const [isHeld, setHeld] = useState(false)
  const dismiss = useEffectEvent(onDismiss)

  // Nobody is hurried who points at it or has moved the focus in.
  useEffect(() => {
    if (toast.timeoutMs === 0 || isHeld) return
    const timer = setTimeout(() => dismiss(), toast.timeoutMs)
    return () => clearTimeout(timer)
  }, [toast.timeoutMs, isHeld])

  const { tone = 'neutral', action } = toast
  const Icon = icons[tone]
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it holds the timer, and does nothing that a key could not
    <div
      className={classNames(styles.toast, styles[tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>
        <div className={styles.title}>{toast.title}</div>
        {toast.description != null && <div className={styles.description}>{toast.description}</div>}
        {action && (
          <Button
            size="sm"
            className={styles.action}
            onPress={() => {
              action.onAction()
              onDismiss()
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <IconButton size="sm" label="Dismiss" icon={<X />} onPress={onDismiss} />
    </div>
  )
}

const icons = { neutral: Info, positive: CircleCheck, negative: CircleAlert, time: History }
