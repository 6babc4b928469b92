import type { Path } from '@playhead/core'
import type { Preview } from '../../protocol/Preview.ts'
import type { TreeRow } from '../tree/TreeRow.ts'
import type { LoadedValue } from './loadValue.ts'
import { isContainer } from './PreviewText.tsx'
import { pathKey } from './paths.ts'
import type { Range } from './ranges.ts'
import { rangesOf, WINDOW_SIZE, windowOf } from './ranges.ts'

/** A line of a value's tree. */
export type ValueRow = TreeRow &
  (
    | {
        readonly kind: 'value'
        readonly label: string
        readonly path: Path
        readonly preview: Preview
        /** What it is in; `undefined` for the root. */
        readonly within: Preview['kind'] | undefined
        readonly window: WindowName | undefined
        /** The id of the line that stood here while it was on its way. */
        readonly waitedAs: string | undefined
      }
    | { readonly kind: 'range'; readonly of: Path; readonly range: Range }
    /** A child that is on its way. */
    | { readonly kind: 'waiting'; readonly of: Path; readonly index: number; readonly window: WindowName }
    | { readonly kind: 'failed'; readonly of: Path; readonly message: string; readonly window: WindowName }
    /** A string too long for its line. */
    | { readonly kind: 'text'; readonly path: Path; readonly preview: Preview & { readonly kind: 'string' } }
  )

/** A window of the children of the value at a path. */
export interface WindowName {
  readonly of: Path
  readonly number: number
}

export interface ValueRows {
  readonly rows: readonly ValueRow[]
  /** Windows that hold what is expanded: needed wherever the tree is scrolled to. */
  readonly needed: readonly WindowName[]
}

/** Characters of a string that stand in a line. */
export const LINE_MAX = 160

export const isLong = (preview: Preview): boolean =>
  preview.kind === 'string' && (preview.more > 0 || preview.text.length > LINE_MAX || preview.text.includes('\n'))

export const rangeId = (of: Path, { from, to }: Range): string => `${pathKey(of)} ${from}…${to}`

export interface ValueRowsOptions {
  /** What the root is called; without it, the root's children are the first lines. */
  readonly label?: string | undefined
  readonly loaded: LoadedValue
  readonly expanded: ReadonlySet<string>
}

/** The lines of a value, as far as it is expanded and loaded. Costs what is expanded. */
export function valueRows({ label, loaded, expanded }: ValueRowsOptions): ValueRows {
  const rows: ValueRow[] = []
  const needed = new Map<string, WindowName>()

  function value(row: ValueRow & { readonly kind: 'value' }): void {
    rows.push(row)
    if (!row.isExpanded) return
    const { preview, path, level } = row
    if (isContainer(preview)) children(path, preview.kind, { from: 0, to: preview.size }, level + 1)
    else if (preview.kind === 'string') {
      const id = `${row.id} text`
      rows.push({ kind: 'text', id, path, preview, level: level + 1, position: 1, siblings: 1, isExpanded: undefined })
    }
  }

  function children(of: Path, within: Preview['kind'], range: Range, level: number): void {
    const ranges = rangesOf(range)
    for (const [index, part] of ranges.entries()) {
      const id = rangeId(of, part)
      const isExpanded = expanded.has(id)
      rows.push({ kind: 'range', id, of, range: part, level, position: index + 1, siblings: ranges.length, isExpanded })
      if (isExpanded) children(of, within, part, level + 1)
    }
    if (ranges.length > 0) return
    const siblings = range.to - range.from
    const owner = pathKey(of)
    for (let index = range.from; index < range.to; index++) {
      const position = index - range.from + 1
      const window = { of, number: windowOf(index) }
      const found = loaded.child(of, index)
      const line = { level, position, siblings }
      const waitedAs = `${owner} ${index}`
      if (found === undefined)
        rows.push({ kind: 'waiting', id: waitedAs, of, index, window, ...line, isExpanded: undefined })
      else if (found instanceof Error) {
        const id = `${owner} failed ${window.number}`
        rows.push({ kind: 'failed', id, of, message: found.message, window, ...line, isExpanded: undefined })
        // One line says it for the whole window.
        index = Math.min(range.to, (window.number + 1) * WINDOW_SIZE) - 1
      } else {
        const path = [...of, found.key]
        const id = pathKey(path)
        const isExpanded = expandable(found.value) ? expanded.has(id) : undefined
        if (isExpanded) needed.set(`${owner} ${window.number}`, window)
        value({
          kind: 'value',
          id,
          label: found.label,
          path,
          preview: found.value,
          within,
          window,
          waitedAs,
          ...line,
          isExpanded,
        })
      }
    }
  }

  const { root } = loaded
  if (root === undefined) return { rows, needed: [] }
  if (label === undefined && isContainer(root)) children([], root.kind, { from: 0, to: root.size }, 1)
  else {
    const isExpanded = expandable(root) ? expanded.has(ROOT) : undefined
    const line = { level: 1, position: 1, siblings: 1, isExpanded }
    value({
      kind: 'value',
      id: ROOT,
      label: label ?? '',
      path: [],
      preview: root,
      within: undefined,
      window: undefined,
      waitedAs: undefined,
      ...line,
    })
  }
  return { rows, needed: [...needed.values()] }
}

const ROOT = pathKey([])

const expandable = (preview: Preview): boolean => (isContainer(preview) ? preview.size > 0 : isLong(preview))
