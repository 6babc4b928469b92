import { VisuallyHidden } from '@playhead/ui'
import { Diff, Minus, Plus } from 'lucide-react'
import type { ChangeView } from '../../../protocol/calls.ts'
import { formatCount } from '../../records/format.ts'
import { PreviewText } from '../../values/PreviewText.tsx'
import { SafeText } from '../../values/SafeText.tsx'
import styles from './ChangeLine.module.css'
import type { ChangeRow } from './changeRows.ts'
import type { DiffPiece } from './stringDiff.ts'
import { stringDiff } from './stringDiff.ts'

const MARKS = { added: Plus, removed: Minus, changed: Diff } as const

/** What stands in a line of a difference: the mark, the path, what was and what is. */
export function ChangeLine({ row }: { readonly row: ChangeRow }) {
  const { keys, change, count } = row
  const Mark = change && MARKS[change.kind]
  return (
    <span className={styles.line} data-kind={change?.kind}>
      {Mark && (
        <span className={styles.mark}>
          <Mark aria-hidden="true" />
          <VisuallyHidden>{change.kind} </VisuallyHidden>
        </span>
      )}
      <span className={styles.path}>
        {keys.map((key, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may have a key twice
          <span key={index}>
            {index > 0 && <span className={styles.separator}> › </span>}
            <SafeText>{String(key)}</SafeText>
          </span>
        ))}
      </span>{' '}
      {change ? (
        <ChangedValue change={change} />
      ) : (
        row.isExpanded === false && <span className={styles.count}>{formatCount(count)} changes</span>
      )}
    </span>
  )
}

/** A change without its path: what was and what is. */
export function ChangedValue({ change }: { readonly change: Pick<ChangeView, 'kind' | 'before' | 'after'> }) {
  const { before, after } = change
  if (before?.kind === 'string' && after?.kind === 'string' && isAlike(before.text, after.text)) {
    return (
      <span className={styles.values}>
        <StringChange pieces={stringDiff(before.text, after.text)} />
      </span>
    )
  }
  return (
    <span className={styles.values}>
      {before && (
        <del className={styles.before}>
          <PreviewText preview={before} lengthMax={80} />
        </del>
      )}
      {before && after && (
        <span className={styles.arrow}>
          {' '}
          <span aria-hidden="true">→</span>
          <VisuallyHidden>became</VisuallyHidden>{' '}
        </span>
      )}
      {after && (
        <ins className={styles.after}>
          <PreviewText preview={after} lengthMax={80} />
        </ins>
      )}
    </span>
  )
}

/** Texts that have something in common, and are long enough for a reader to look for what has not. */
const isAlike = (before: string, after: string): boolean =>
  Math.max(before.length, after.length) > 24 &&
  stringDiff(before, after).some(({ kind, text }) => kind === 'same' && text.length > 8)

function StringChange({ pieces }: { readonly pieces: readonly DiffPiece[] }) {
  return (
    <span className={styles.string}>
      {pieces.map(({ kind, text }, index) => {
        const key = `${index} ${kind}`
        if (kind === 'same')
          return <SafeText key={key}>{shortened(text, index === 0, index === pieces.length - 1)}</SafeText>
        const Element = kind === 'removed' ? 'del' : 'ins'
        return (
          <Element key={key} className={kind === 'removed' ? styles.before : styles.after}>
            <SafeText>{text}</SafeText>
          </Element>
        )
      })}
    </span>
  )
}

const CONTEXT = 16

/** What is the same needs only so much as shows where one is. */
function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  if (text.length <= CONTEXT * 2 + 1) return text
  const head = isFirst ? '' : text.slice(0, CONTEXT)
  const tail = isLast ? '' : text.slice(-CONTEXT)
  return `${head}…${tail}`
}
