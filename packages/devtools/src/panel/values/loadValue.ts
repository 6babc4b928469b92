import type { Path } from '@playhead/core'
import type { AgentConnection, AgentError } from '../../protocol/connectPanel.ts'
import type { Preview, PreviewEntry } from '../../protocol/Preview.ts'
import type { ValueRef } from '../../protocol/values.ts'
import { changedPaths } from './changedPaths.ts'
import { isContainer } from './PreviewText.tsx'
import { pathKey } from './paths.ts'
import { WINDOW_SIZE, windowOf } from './ranges.ts'
import type { WindowName } from './valueRows.ts'

/** What is there of a value by now. */
export interface LoadedValue {
  readonly root: Preview | undefined
  /** Why the value cannot be shown. */
  readonly refused: AgentError | undefined
  /** Something is on its way. */
  readonly isWaiting: boolean
  /** Goes up with each value that is shown: a new place, a new record. */
  readonly generation: number
  /** Keys of the paths whose values are not what they were at the place shown before. */
  readonly changed: ReadonlySet<string>
  /** The value at a path, where it is loaded. */
  at(path: Path): Preview | undefined
  /** A child of the value at a path, by its index; the error where its window was refused. */
  child(of: Path, index: number): PreviewEntry | Error | undefined
}

/** Loads a value by windows, and keeps what is shown until the next is there. */
export interface ValueLoader {
  /** Shows another value. While one is on its way, of those asked for only the last is asked of the app. */
  show(ref: ValueRef | undefined): void
  /** Loads windows that are not there, or of a value shown before. */
  want(windows: readonly WindowName[]): void
  readonly loaded: LoadedValue
  subscribe(listener: () => void): () => void
}

interface Window {
  /** Of which generation `entries` are. */
  readonly generation: number
  /** Of which generation they were asked for last. */
  asked: number
  readonly entries: readonly PreviewEntry[] | AgentError
}

/** The loader of one tree. Nothing of it outlives the component that made it: what is on its way is dropped. */
export function loadValue(agent: AgentConnection): ValueLoader {
  const listeners = new Set<() => void>()
  const windows = new Map<string, Window>()
  let shown: ValueRef | undefined
  let waiting: { readonly ref: ValueRef | undefined } | undefined
  let isAsking = false
  let generation = 0
  let root: Preview | undefined
  let refused: AgentError | undefined
  let changed: ReadonlySet<string> = new Set()
  let loaded = snapshot()

  function snapshot(): LoadedValue {
    return { root, refused, isWaiting: isAsking, generation, changed, at: previewAt, child }
  }

  function tell(): void {
    loaded = snapshot()
    for (const listener of listeners) listener()
  }

  function child(of: Path, index: number): PreviewEntry | Error | undefined {
    const inline = inlineChild(of, index)
    if (inline && isWhole(previewAt(of))) return inline
    const entries = windows.get(windowKey({ of, number: windowOf(index) }))?.entries
    if (entries instanceof Error) return entries
    return entries?.[index % WINDOW_SIZE] ?? inline
  }

  /** What the preview of the value itself has of its children. */
  function inlineChild(of: Path, index: number): PreviewEntry | undefined {
    const owner = previewAt(of)
    return owner && isContainer(owner) ? owner.entries[index] : undefined
  }

  const owners = new Map<string, Preview>()

  function previewAt(path: Path): Preview | undefined {
    return path.length === 0 ? root : owners.get(pathKey(path))
  }

  function take(of: Path, preview: Preview): void {
    owners.set(pathKey(of), preview)
    if (!isContainer(preview)) return
    for (const entry of preview.entries) take([...of, entry.key], entry.value)
  }

  /** Somebody may scroll through a million children: the windows that were asked for first are let go. */
  function forgetBeyond(wanted: ReadonlySet<string>): void {
    let over = windows.size - WINDOWS_MAX
    for (const [key, { entries }] of windows) {
      if (over <= 0) return
      if (wanted.has(key)) continue
      over--
      windows.delete(key)
      if (!(entries instanceof Error)) for (const entry of entries) release([...pathOf(key), entry.key], entry.value)
    }
  }

  function release(of: Path, preview: Preview): void {
    owners.delete(pathKey(of))
    if (isContainer(preview)) for (const entry of preview.entries) release([...of, entry.key], entry.value)
  }

  function ask(ref: ValueRef | undefined): void {
    const isOther = shown === undefined || ref === undefined || identity(ref) !== identity(shown)
    shown = ref
    generation += 1
    if (ref === undefined) {
      forget()
      root = undefined
      refused = undefined
      tell()
      return
    }
    isAsking = true
    agent.call('value', ref).then(
      (got) => answered(got, undefined, isOther),
      (error: AgentError) => answered(undefined, error, isOther),
    )
    tell()
  }

  function forget(): void {
    windows.clear()
    owners.clear()
    changed = new Set()
  }

  function answered(got: Preview | undefined, error: AgentError | undefined, isOther: boolean): void {
    isAsking = false
    if (isOther) forget()
    changed = !isOther && root && got ? changedPaths(root, got, []) : new Set()
    refused = error
    root = got
    // What was expanded stays, of the place before, until its windows are answered anew.
    if (got) take([], got)
    tell()
    if (waiting) {
      const next = waiting.ref
      waiting = undefined
      ask(next)
    }
  }

  function askWindow(name: WindowName): void {
    const ref = shown
    if (!ref) return
    const key = windowKey(name)
    const before = windows.get(key)
    const owner = previewAt(name.of)
    if (isWhole(owner) || before?.asked === generation) return
    const asked = generation
    const from = name.number * WINDOW_SIZE
    windows.set(key, before ? { ...before, asked } : { generation: -1, asked, entries: [] })
    agent.call('children', { ...ref, path: [...ref.path, ...name.of], from, to: from + WINDOW_SIZE }).then(
      (entries) => answeredWindow(name, asked, entries),
      (error: AgentError) => answeredWindow(name, asked, error),
    )
  }

  function answeredWindow(name: WindowName, asked: number, entries: readonly PreviewEntry[] | AgentError): void {
    const key = windowKey(name)
    const before = windows.get(key)
    // Another value is shown by now, or a newer answer is there.
    if (!before || before.generation > asked) return
    windows.set(key, { generation: asked, asked: before.asked, entries })
    if (!(entries instanceof Error)) {
      if (before.generation >= 0 && !(before.entries instanceof Error)) {
        const more = new Set(changed)
        const old = new Map(before.entries.map((entry) => [entry.key, entry.value]))
        for (const entry of entries)
          for (const path of changedPaths(old.get(entry.key), entry.value, [...name.of, entry.key])) more.add(path)
        changed = more
      }
      for (const entry of entries) take([...name.of, entry.key], entry.value)
    }
    tell()
  }

  return {
    show(ref) {
      if (sameRef(ref, waiting ? waiting.ref : shown)) return
      if (isAsking) waiting = { ref }
      else ask(ref)
    },
    want(names) {
      if (isAsking) return
      for (const name of names) askWindow(name)
      forgetBeyond(new Set(names.map(windowKey)))
    },
    get loaded() {
      return loaded
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

const isWhole = (owner: Preview | undefined): boolean =>
  owner !== undefined && isContainer(owner) && owner.entries.length === owner.size

/** Windows of a hundred children that are kept, in view or not. */
const WINDOWS_MAX = 50

const pathOf = (key: string): Path => JSON.parse(key.slice(0, key.lastIndexOf(' '))) as Path

const windowKey = ({ of, number }: WindowName): string => `${pathKey(of)} ${number}`

const sameRef = (a: ValueRef | undefined, b: ValueRef | undefined) => JSON.stringify(a) === JSON.stringify(b)

/** Values of one identity are one value at several places: what differs between them has changed. */
const identity = ({ store, value, path }: ValueRef) =>
  JSON.stringify([store, value.of === 'state' ? 'state' : [value.of, value.at], path])
