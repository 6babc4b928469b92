import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { TagGroup as AriaTagGroup, Button, Label, Tag, TagList } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import styles from './TagGroup.module.css'

export interface TagItem<Id extends string> {
  readonly id: Id
  readonly label: string
  readonly icon?: ReactNode
}

export interface TagGroupProps<Id extends string> {
  label: string
  isLabelHidden?: boolean
  tags: readonly TagItem<Id>[]
  /** Gives each tag a cross; Delete removes the focused one. */
  onRemove?: (id: Id) => void
  className?: string | undefined
}

/** Filters that are on, or categories: words that can be taken away one by one. */
export function TagGroup<Id extends string>({
  label,
  isLabelHidden = false,
  tags,
  onRemove,
  className,
}: TagGroupProps<Id>) {
  return (
    <AriaTagGroup
      className={classNames(styles.group, className)}
      {...(isLabelHidden && { 'aria-label': label })}
      {...(onRemove && {
        onRemove: (keys) => {
          for (const tag of tags) if (keys.has(tag.id)) onRemove(tag.id)
        },
      })}
    >
      {!isLabelHidden && <Label className={styles.label ?? ''}>{label}</Label>}
      <TagList className={styles.list ?? ''}>
        {tags.map((tag) => (
          <Tag key={tag.id} id={tag.id} textValue={tag.label} className={styles.tag ?? ''}>
            {tag.icon}
            {tag.label}
            {onRemove && (
              <Button slot="remove" className={styles.remove ?? ''}>
                <X aria-hidden="true" />
              </Button>
            )}
          </Tag>
        ))}
      </TagList>
    </AriaTagGroup>
  )
}
