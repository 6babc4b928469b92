import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import { useEffect, useEffectEvent, useState } from 'react'
import styles from './PageDropTarget.module.css'

export interface PageDropTargetProps {
  /** What a drop does: "Drop to import". */
  label: string
  description?: ReactNode
  isDisabled?: boolean
  /** Called once a drop, with at least one file. */
  onFiles: (files: readonly File[]) => void
}

/**
 * Takes files dropped anywhere on the page, and covers it with a hint while some are dragged over it.
 *
 * For the pointer alone: offer a `DropZone` or a button as well. A `DropZone` on the page keeps what is dropped on it.
 */
export function PageDropTarget({ label, description, isDisabled = false, onFiles }: PageDropTargetProps) {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent((files: readonly File[]) => {
    if (files.length > 0) onFiles(files)
  })

  useEffect(() => {
    if (isDisabled) return
    // Enter and leave come for every element on the way. Inside the page, the next enter precedes the leave.
    let depth = 0
    const listening = new AbortController()
    const { signal } = listening
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const finish = () => {
      depth = 0
      setOver(false)
    }
    window.addEventListener(
      'dragenter',
      (event) => {
        if (!hasFiles(event)) return
        depth += 1
        setOver(true)
      },
      { signal },
    )
    window.addEventListener(
      'dragleave',
      (event) => {
        if (!hasFiles(event)) return
        depth -= 1
        if (depth <= 0) finish()
      },
      { signal },
    )
    window.addEventListener(
      'dragover',
      (event) => {
        // Without this the browser would leave the page and open the file.
        if (hasFiles(event)) event.preventDefault()
      },
      { signal },
    )
    window.addEventListener(
      'drop',
      (event) => {
        finish()
        if (event.defaultPrevented || !hasFiles(event)) return
        event.preventDefault()
        take([...(event.dataTransfer?.files ?? [])])
      },
      { signal },
    )
    // A zone on the page that takes a drop keeps the event to itself.
    window.addEventListener('drop', finish, { signal, capture: true })
    window.addEventListener('dragend', finish, { signal })
    return () => {
      listening.abort()
      setOver(false)
    }
  }, [isDisabled])

  if (!isOver) return null
  return (
    <div className={styles.cover} aria-hidden="true">
      <div className={styles.hint}>
        <Upload />
        <div className={styles.label}>{label}</div>
        {description != null && <div className={styles.description}>{description}</div>}
      </div>
    </div>
  )
}
