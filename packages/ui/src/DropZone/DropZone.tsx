import { Upload } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DropItem } from 'react-aria-components'
import { DropZone as AriaDropZone, FileTrigger, isFileDropItem, Text } from 'react-aria-components'
import { Button } from '../Button/Button.tsx'
import { classNames } from '../internal/classNames.ts'
import styles from './DropZone.module.css'

export interface DropZoneProps {
  /** What is wanted: "Drop bank statements here". */
  label: string
  /** Which kinds, how large, and where they go. */
  description?: ReactNode
  buttonLabel?: string
  /** What the picker offers: `.sta`, `text/csv`. What is dropped is not checked: say what is wrong with a file after reading it. */
  accept?: readonly string[]
  allowsMultiple?: boolean
  isDisabled?: boolean
  icon?: ReactNode
  /** Called once a drop or a choice, with at least one file. */
  onFiles: (files: readonly File[]) => void
  className?: string | undefined
}

/** Takes files that are dropped on it, pasted into it, or chosen with its button. */
export function DropZone({
  label,
  description,
  buttonLabel = 'Choose files',
  accept,
  allowsMultiple = true,
  isDisabled = false,
  icon = <Upload />,
  onFiles,
  className,
}: DropZoneProps) {
  const take = (files: readonly File[]) => {
    const wanted = allowsMultiple ? files : files.slice(0, 1)
    if (wanted.length > 0) onFiles(wanted)
  }
  return (
    <AriaDropZone
      className={classNames(styles.zone, className)}
      isDisabled={isDisabled}
      onDrop={async ({ items }) => take(await filesOf(items))}
    >
      <div aria-hidden="true" className={styles.icon}>
        {icon}
      </div>
      <Text slot="label" className={styles.label ?? ''}>
        {label}
      </Text>
      {description != null && <div className={styles.description}>{description}</div>}
      <FileTrigger
        allowsMultiple={allowsMultiple}
        {...(accept && { acceptedFileTypes: accept })}
        onSelect={(list) => take(list ? [...list] : [])}
      >
        <Button variant="primary" isDisabled={isDisabled} className={styles.button}>
          {buttonLabel}
        </Button>
      </FileTrigger>
    </AriaDropZone>
  )
}

/** The files among what was dropped; text and folders are left out. */
function filesOf(items: readonly DropItem[]): Promise<File[]> {
  return Promise.all(items.filter(isFileDropItem).map((item) => item.getFile()))
}
