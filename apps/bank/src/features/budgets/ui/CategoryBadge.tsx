import { Badge } from '@playhead/ui'
import { useSelector } from '../../../hooks.ts'
import type { PostedEntry } from '../../../ledger/index.ts'
import { categoryOf, UNCATEGORISED } from '../categorise.ts'
import { categoryName } from './categoryName.ts'

/** What an entry is said to be for, in a line of a list. Nothing where nobody says anything. */
export function CategoryBadge({ entry: { entryId, category } }: { entry: PostedEntry }) {
  const saying = useSelector(categoryOf(entryId))
  if (!saying) return null
  if (saying.kind === 'split') return <Badge>{`Split: ${saying.parts.length}`}</Badge>
  if (saying.category === UNCATEGORISED && category === undefined) return null
  return <Badge>{categoryName(saying.category)}</Badge>
}
