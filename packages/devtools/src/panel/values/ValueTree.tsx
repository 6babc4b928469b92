import type { Path } from '@playhead/core'
import { Spinner } from '@playhead/ui'
import { Copy, Route } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState } from 'react'
import type { Preview } from '../../protocol/Preview.ts'
import type { ValueOf, ValueRef } from '../../protocol/values.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { useThrottled } from '../connection/useThrottled.ts'
import { CopiedNote } from '../copy/CopiedNote.tsx'
import { useCopy } from '../copy/useCopy.ts'
import { TreeView } from '../tree/TreeView.tsx'
import { LongText } from './LongText.tsx'
import type { PathStep } from './paths.ts'
import { pathKey, pathText } from './paths.ts'
import { useExpanded } from './treeMemory.ts'
import { useReveal } from './useReveal.ts'
import { useValueLoader } from './useValueLoader.ts'
import { useValueSearch } from './useValueSearch.ts'
import { ValueLine } from './ValueLine.tsx'
import type { ValueActions } from './ValueMenu.tsx'
import { ValueMenu } from './ValueMenu.tsx'
import { ValueSearchBar } from './ValueSearchBar.tsx'
import styles from './ValueTree.module.css'
import type { ValueRow, WindowName } from './valueRows.ts'
import { valueRows } from './valueRows.ts'

/** A value in a tree, as menus and callers are told of it. */
export interface ShownValue {
  /** From the root of the store's state, or of the payload. */
  readonly path: Path
  /** The keys that lead to it, with what they were taken from. */
  readonly steps: readonly PathStep[]
  readonly preview: Preview
}

export interface ValueTreeProps {
  /** What is shown, for screen readers: "State after record 12". */
  readonly label: string
  readonly store: string
  readonly value: ValueOf
  /** Only the part at this path. */
  readonly path?: Path
  /** What the root's line is called. Without it the root's children stand at the top. */
  readonly rootLabel?: string
  /** Under which name what is expanded is remembered. */
  readonly name: string
  /** Marks values that are not what they were at the place shown before. */
  readonly marksChanges?: boolean
  /** Keys of paths that are known to have changed, beside those that can be told from what was shown. */
  readonly changed?: ReadonlySet<string> | undefined
  readonly isSearchable?: boolean
  /** What can be done with a value, beside copying it. */
  readonly actionsOf?: ((value: ShownValue) => readonly ValueActions[]) | undefined
  /** Opens the tree at a path; a new object opens it anew. */
  readonly reveal?: { readonly path: Path } | undefined
  /** Instead of an empty tree. */
  readonly empty?: ReactNode
  /** Beside the search. */
  readonly tools?: ReactNode
  readonly className?: string
}

const NO_PATH: Path = []
const SEARCHED_MS = 400

/**
 * Any value of the app as a tree. Loads what is looked at, by windows of a hundred; ten thousand or ten million
 * children cost no more. Stays expanded at the same paths while the place that it shows changes.
 */
export function ValueTree(props: ValueTreeProps) {
  const { label, store, value, path = NO_PATH, rootLabel, name, marksChanges = false, isSearchable = false } = props
  const agent = useAgent()
  const ref: ValueRef = { store, value, path }
  const [loaded, loader] = useValueLoader(ref)
  const [expanded, setExpanded] = useExpanded(name, rootLabel === undefined ? [] : [pathKey([])])
  const [chosen, setActive] = useState<string>()
  const [shown, setShown] = useState({ from: 0, to: 0 })
  const { copied, copy } = useCopy()
  const menuButton = useRef<HTMLButtonElement>(null)
  const [opensMenu, setOpensMenu] = useState(0)

  const { rows, needed } = valueRows({ label: rootLabel, loaded, expanded })
  // A line that was chosen while it was on its way has a name of its own by now.
  const active = (
    rows.find(({ id }) => id === chosen) ?? rows.find((row) => row.kind === 'value' && row.waitedAs === chosen)
  )?.id

  // What is in view, and what is expanded elsewhere: its size decides which lines there are.
  const want = useEffectEvent(() => {
    const inView = rows
      .slice(shown.from, shown.to)
      .flatMap((row) => ('window' in row && row.window ? [row.window] : []))
    loader.want([
      ...new Map(
        [...needed, ...inView].map((each: WindowName) => [`${pathKey(each.of)} ${each.number}`, each]),
      ).values(),
    ])
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever anything that it reads may differ
  useEffect(() => want(), [loaded, expanded, shown, loader])

  const toggle = (row: ValueRow, isExpanded: boolean) =>
    setExpanded((last) => {
      const next = new Set(last)
      if (isExpanded) next.add(row.id)
      else next.delete(row.id)
      return next
    })

  const reveal = useReveal({ ref, rows, loaded, setExpanded, setActive })
  const revealAsked = useEffectEvent((to: Path) => reveal(to))
  const asked = props.reveal
  useEffect(() => {
    if (asked) revealAsked(asked.path)
  }, [asked])

  const [text, setText] = useState('')
  const wanted = useDeferredValue(text.trim())
  // While the place changes, a search begins anew a few times a second.
  const searched = useThrottled(JSON.stringify(ref), SEARCHED_MS)
  const search = useValueSearch(wanted === '' ? undefined : (JSON.parse(searched) as ValueRef), wanted)
  const [hit, setHit] = useState({ of: '', at: -1 })
  const at = hit.of === wanted ? hit.at : -1
  const go = (by: 1 | -1) => {
    const count = search?.found.length ?? 0
    if (count === 0) return
    const next = (at + by + (at < 0 && by < 0 ? 1 : 0) + count) % count
    setHit({ of: wanted, at: next })
    const to = search?.found[next]
    if (to) reveal(to)
  }

  const isChanged = (row: ValueRow) =>
    marksChanges && (loaded.changed.has(row.id) || props.changed?.has(row.id) === true)
  const shownValue = (row: ValueRow & { readonly kind: 'value' }): ShownValue => ({
    path: [...path, ...row.path],
    steps: row.path.map((key, index) => ({ key, within: loaded.at(row.path.slice(0, index))?.kind })),
    preview: row.preview,
  })
  const copyValue = (row: ValueRow & { readonly kind: 'value' }) =>
    copy(
      row.label === '' ? 'the value' : row.label,
      agent.call('text', { ...ref, path: [...path, ...row.path], as: 'json' }).then((got) => {
        if (got.more === 0) return got.text
        throw new Error(`it is ${(got.text.length + got.more).toLocaleString('en')} characters long.`)
      }),
    )
  const copyPath = (row: ValueRow & { readonly kind: 'value' }) => {
    const words = pathText([...path, ...row.path])
    copy(words, words)
  }
  const actionsOf = (row: ValueRow & { readonly kind: 'value' }): readonly ValueActions[] => [
    ...(props.actionsOf?.(shownValue(row)) ?? []),
    {
      title: 'Copy',
      actions: [
        { id: 'copy-value', label: 'Copy value', icon: <Copy />, shortcut: '⌃C', run: () => copyValue(row) },
        { id: 'copy-path', label: 'Copy path', icon: <Route />, shortcut: '⌃⇧C', run: () => copyPath(row) },
      ],
    },
  ]

  // The menu is the active line's, and there is a render between the press and its button.
  useEffect(() => {
    if (opensMenu > 0) menuButton.current?.click()
  }, [opensMenu])

  return (
    <div className={`${styles.tree} ${props.className ?? ''}`}>
      {(isSearchable || props.tools != null) && (
        <div className={styles.bar}>
          {isSearchable && <ValueSearchBar text={text} onText={setText} search={search} at={at} onGo={go} />}
          {props.tools}
        </div>
      )}
      {loaded.refused ? (
        <p role="alert" className={styles.refused}>
          {loaded.refused.message}
        </p>
      ) : loaded.root === undefined ? (
        <div className={styles.loading}>{loaded.isWaiting && <Spinner label="Loading" />}</div>
      ) : rows.length === 0 ? (
        (props.empty ?? <p className={styles.nothing}>Nothing in it</p>)
      ) : (
        <TreeView
          className={styles.rows}
          label={label}
          rows={rows}
          active={active}
          onActive={(row) => setActive(row.id)}
          onToggle={toggle}
          onShown={(from, to) => setShown((last) => (last.from === from && last.to === to ? last : { from, to }))}
          textOf={(row) => (row.kind === 'value' ? row.label : '')}
          onContextMenu={(row) => row.kind === 'value' && setOpensMenu((times) => times + 1)}
          onKey={(row, event) => {
            if (row.kind !== 'value') return false
            const withControl = event.ctrlKey || event.metaKey
            if (withControl && event.key.toLowerCase() === 'c') {
              if (event.shiftKey) copyPath(row)
              else copyValue(row)
              return true
            }
            if (
              event.key === 'ContextMenu' ||
              (event.shiftKey && event.key === 'F10') ||
              (event.key === 'Enter' && row.isExpanded === undefined)
            ) {
              setOpensMenu((times) => times + 1)
              return true
            }
            if (withControl || event.altKey || event.key.length > 1) return false
            const action = props
              .actionsOf?.(shownValue(row))
              .flatMap(({ actions }) => actions)
              .find(({ shortcut }) => shortcut?.toLowerCase() === event.key)
            action?.run()
            return action !== undefined
          }}
        >
          {(row, isActive) => (
            <ValueLine
              row={row}
              found={wanted}
              changed={isChanged(row) ? loaded.generation : undefined}
              text={
                row.kind === 'text' && (
                  <LongText of={{ ...ref, path: [...path, ...row.path] }} preview={row.preview} found={wanted} />
                )
              }
              end={
                isActive &&
                row.kind === 'value' && (
                  // biome-ignore lint/a11y/noStaticElementInteractions: a press on the menu is none on the line
                  // biome-ignore lint/a11y/useKeyWithClickEvents: as above
                  <span className={styles.menu} onClick={(event) => event.stopPropagation()}>
                    <ValueMenu of={row.label || label} groups={actionsOf(row)} buttonRef={menuButton} />
                  </span>
                )
              }
            />
          )}
        </TreeView>
      )}
      <CopiedNote copied={copied} />
    </div>
  )
}
