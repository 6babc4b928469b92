import type { ReactNode } from 'react'

export interface Toast {
  readonly tone?: 'neutral' | 'positive' | 'negative' | 'time'
  readonly title: string
  readonly description?: ReactNode
  readonly action?: { readonly label: string; readonly onAction: () => void }
  /** How long it stays, in milliseconds; 0 until it is dismissed. 6,000, or 0 for what is negative or has an action. */
  readonly timeoutMs?: number
}

export interface QueuedToast extends Toast {
  readonly id: number
  readonly timeoutMs: number
}

/** The messages on the screen, oldest first. Make one for an application and hand it to a `ToastRegion`. */
export interface ToastQueue {
  /** Returns the id that `dismiss` takes. */
  show(toast: Toast): number
  dismiss(id: number): void
  subscribe(onChange: () => void): () => void
  getSnapshot(): readonly QueuedToast[]
}

/**
 * @param toastsMax how many are kept; the oldest leaves for the newest
 */
export function createToastQueue({ toastsMax = 4 }: { toastsMax?: number } = {}): ToastQueue {
  let toasts: readonly QueuedToast[] = []
  let nextId = 1
  const listeners = new Set<() => void>()
  const change = (next: readonly QueuedToast[]) => {
    toasts = next
    for (const listener of listeners) listener()
  }
  return {
    show(toast) {
      const id = nextId++
      const timeoutMs = toast.timeoutMs ?? (toast.tone === 'negative' || toast.action ? 0 : 6000)
      change([...toasts, { ...toast, id, timeoutMs }].slice(-toastsMax))
      return id
    },
    dismiss(id) {
      if (toasts.some((toast) => toast.id === id)) change(toasts.filter((toast) => toast.id !== id))
    },
    subscribe(onChange) {
      listeners.add(onChange)
      return () => listeners.delete(onChange)
    },
    getSnapshot: () => toasts,
  }
}
