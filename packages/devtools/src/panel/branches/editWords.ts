import { formatCount } from '../records/format.ts'
import type { EditView } from './edits.ts'

/** `Without 1,204 bank/transferred`. */
export function editWords(view: EditView): string {
  switch (view.kind) {
    case 'without':
      return view.from === view.to
        ? `Without ${named(view.from, view.type)}`
        : `Without ${formatCount(view.from)} to ${formatCount(view.to)}${view.type === undefined ? '' : ` ${view.type}`} (${formatCount(view.to - view.from + 1)} records)`
    case 'replaced':
      return view.type === undefined || view.type === view.by
        ? `${named(view.at, view.by)} with another payload`
        : `${view.by} in the place of ${named(view.at, view.type)}`
    case 'inserted':
      return `${view.type === '' ? 'An action' : view.type} inserted ${view.after < 0 ? 'before all others' : `after ${formatCount(view.after)}`}`
    case 'moved':
      return `${named(view.at, view.type)} moved ${view.behind < 0 ? 'before all others' : `behind ${formatCount(view.behind)}`}`
    case 'reordered':
      return `${formatCount(view.records)} records between ${formatCount(view.from)} and ${formatCount(view.to)} in another order`
  }
}

/** All edits of a branch in a line; its name, until somebody gives it one. */
export function editsInALine(views: readonly EditView[]): string {
  const [first, ...others] = views
  if (!first) return 'Branch'
  return others.length === 0 ? editWords(first) : `${editWords(first)} and ${formatCount(others.length)} more`
}

const named = (offset: number, type: string | undefined) =>
  type === undefined ? `record ${formatCount(offset)}` : `${formatCount(offset)} ${type}`
