import type { Preview } from '../../protocol/Preview.ts'
import styles from './PreviewText.module.css'
import { SafeText } from './SafeText.tsx'

export interface PreviewTextProps {
  readonly preview: Preview
  /** Longest piece of text that is shown, in characters. */
  readonly lengthMax?: number
  /** Whether a longer text says how long it is. */
  readonly hasLength?: boolean
  readonly found?: string | undefined
}

/** A value in one line: what it is, or what is first in it. */
export function PreviewText({ preview, lengthMax = 160, hasLength = true, found }: PreviewTextProps) {
  switch (preview.kind) {
    case 'string':
      return (
        <StringText text={preview.text} more={preview.more} lengthMax={lengthMax} hasLength={hasLength} found={found} />
      )
    case 'unreadable':
      return (
        <span className={styles.unreadable}>
          <SafeText found={found}>{preview.text}</SafeText>
        </span>
      )
    case 'object':
    case 'array':
    case 'map':
    case 'set':
    case 'table':
    case 'bytes':
    case 'error':
    case 'instance':
      return <Container preview={preview} lengthMax={lengthMax} />
    default:
      return (
        <span className={styles[preview.kind]}>
          <SafeText found={found}>{preview.text}</SafeText>
        </span>
      )
  }
}

function StringText({
  text,
  more,
  lengthMax,
  hasLength,
  found,
}: {
  text: string
  more: number
  lengthMax: number
  hasLength: boolean
  found?: string | undefined
}) {
  const shown = text.length > lengthMax ? text.slice(0, lengthMax) : text
  const left = text.length - shown.length + more
  return (
    <span className={styles.string}>
      “<SafeText found={found}>{shown.replaceAll('\n', '↵')}</SafeText>
      {left > 0 ? '…' : '”'}
      {left > 0 && hasLength && (
        <span className={styles.more}> {(shown.length + left).toLocaleString('en')} characters</span>
      )}
    </span>
  )
}

export type ContainerPreview = Extract<Preview, { readonly entries: readonly unknown[] }>

export const isContainer = (preview: Preview): preview is ContainerPreview => 'entries' in preview

const ENTRIES_IN_LINE = 5

function Container({ preview, lengthMax }: { preview: ContainerPreview; lengthMax: number }) {
  const isList = preview.kind === 'array' || preview.kind === 'set' || preview.kind === 'bytes'
  const shown = preview.entries.slice(0, ENTRIES_IN_LINE)
  const hasMore = preview.size > shown.length
  // A plain object is known by its braces, and an empty list by its brackets.
  const isEmpty = preview.size === 0
  const isPlain = preview.kind === 'object' || (preview.kind === 'array' && isEmpty)
  const label = isPlain && (shown.length > 0 || isEmpty) ? '' : preview.label
  return (
    <span className={styles.container}>
      {label !== '' && (
        <span className={styles.label}>
          <SafeText>{label}</SafeText>
        </span>
      )}
      {shown.length > 0 && preview.kind !== 'table' && preview.kind !== 'bytes' && (
        <span>
          {label !== '' && ' '}
          {isList ? '[' : '{'}
          {shown.map(({ label: name, key, value }, index) => (
            <span key={`${typeof key} ${key}`}>
              {index > 0 && ', '}
              {!isList && (
                <span className={styles.key}>
                  <SafeText>{name}</SafeText>:{' '}
                </span>
              )}
              {isContainer(value) ? (
                <span className={styles.label}>
                  {value.kind === 'object' ? '{…}' : <SafeText>{value.label}</SafeText>}
                </span>
              ) : (
                <PreviewText preview={value} lengthMax={Math.min(32, lengthMax)} hasLength={false} />
              )}
            </span>
          ))}
          {hasMore && ', …'}
          {isList ? ']' : '}'}
        </span>
      )}
      {isPlain && isEmpty && (isList ? '[]' : '{}')}
    </span>
  )
}
