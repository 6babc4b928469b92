import { CornerDownRight, Pencil, Plus, Shuffle, SkipForward } from 'lucide-react'
import { SafeText } from '../values/SafeText.tsx'
import styles from './EditList.module.css'
import type { EditView } from './edits.ts'
import { editWords } from './editWords.ts'

export interface EditListProps {
  views: readonly EditView[]
  /** More than these are counted. */
  shownMax?: number
}

const ICONS = { without: SkipForward, replaced: Pencil, inserted: Plus, moved: CornerDownRight, reordered: Shuffle }

/** What a branch does differently, in words. */
export function EditList({ views, shownMax = 8 }: EditListProps) {
  const more = views.length - shownMax
  return (
    <ul className={styles.list}>
      {views.slice(0, shownMax).map((view) => {
        const Icon = ICONS[view.kind]
        const words = editWords(view)
        return (
          <li key={words} className={styles.edit}>
            <Icon aria-hidden="true" />
            <span className={styles.words}>
              <SafeText>{words}</SafeText>
            </span>
          </li>
        )
      })}
      {more > 0 && <li className={styles.more}>and {more} more</li>}
    </ul>
  )
}
