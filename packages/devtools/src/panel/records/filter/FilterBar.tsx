import { IconButton } from '@playhead/ui'
import { CircleAlert, ListFilter, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { useId, useImperativeHandle, useRef, useState } from 'react'
import type { RecordFilter } from '../../../protocol/rows.ts'
import styles from './FilterBar.module.css'
import { PREFIXES } from './filterText.ts'
import type { FilterValues, Suggestion } from './suggest.ts'
import { accept, suggest } from './suggest.ts'
import { useFilterDraft } from './useFilterDraft.ts'

export interface FilterBarProps {
  filter: RecordFilter
  onChange: (filter: RecordFilter) => void
  values: FilterValues
  /** What is being written, for values that are fetched: the path so far. */
  onWrite?: (text: string) => void
  /** Types that are hidden, each a chip that shows it again. */
  hidden: readonly string[]
  onShow: (type: string) => void
  /** What the app has refused about the filter. */
  refused?: string | undefined
  /** Down from the text leads to the records. */
  onLeave?: () => void
  inputRef?: Ref<HTMLInputElement>
}

/**
 * One field for all conditions: prefixes with suggestions, chips for what is settled, words for text in payloads. Enter
 * settles, Backspace at the begin takes the last chip back into the text, Escape closes the suggestions and then clears.
 */
export function FilterBar({
  filter,
  onChange,
  values,
  onWrite,
  hidden,
  onShow,
  refused,
  onLeave,
  inputRef,
}: FilterBarProps) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const draft = useFilterDraft(filter, onChange)
  const [caret, setCaret] = useState<number>()
  const [active, setActive] = useState(-1)
  useImperativeHandle(inputRef, () => input.current as HTMLInputElement)

  const suggestions = caret === undefined ? [] : suggest(draft.text, caret, values)
  const chosen = suggestions[active]
  const problem = draft.problems[0]
  const isEmpty = draft.text === '' && draft.chips.length === 0
  const put = (at: number) => {
    setActive(-1)
    setCaret(at)
    // The caret goes behind what was put there once the field has it.
    queueMicrotask(() => input.current?.setSelectionRange(at, at))
  }
  const take = (suggestion: Suggestion) => {
    const next = accept(draft.text, caret ?? draft.text.length, suggestion)
    if (suggestion.isPart) draft.write(next.text)
    else draft.settle(next.text)
    onWrite?.(next.text)
    put(suggestion.isPart ? next.caret : 0)
    if (!suggestion.isPart) setCaret(undefined)
    input.current?.focus()
  }
  const backIntoText = () => {
    const last = draft.chips.at(-1)
    if (last) {
      const text = draft.edit(last.key)
      put(text.length)
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const isAtBegin = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    if (event.key === 'ArrowDown' && suggestions.length > 0) setActive((active + 1) % suggestions.length)
    else if (event.key === 'ArrowDown' && onLeave) onLeave()
    else if (event.key === 'ArrowUp' && suggestions.length > 0) {
      setActive((active <= 0 ? suggestions.length : active) - 1)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) take(chosen)
    else if (event.key === 'Enter') {
      draft.settle()
      setCaret(undefined)
    } else if (event.key === 'Escape' && suggestions.length > 0 && draft.text !== '') setCaret(undefined)
    else if (event.key === 'Escape' && !isEmpty) draft.clear()
    else if (event.key === 'Backspace' && isAtBegin && draft.chips.length > 0) backIntoText()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: not every browser that panels run in knows `search`
    <div role="search" className={styles.bar}>
      <div className={styles.field} data-invalid={problem !== undefined || refused !== undefined || undefined}>
        <ListFilter aria-hidden="true" className={styles.icon} />
        <div className={styles.parts}>
          {draft.chips.map(({ key, text }) => (
            <Chip
              key={key}
              label={text}
              prefix={PREFIXES[key]}
              onPress={() => {
                const next = draft.edit(key)
                input.current?.focus()
                put(next.length)
              }}
              pressLabel={`Edit ${text}`}
              onRemove={() => {
                draft.remove(key)
                input.current?.focus()
              }}
              removeLabel={`Remove ${text}`}
            />
          ))}
          <input
            ref={input}
            className={styles.input}
            role="combobox"
            aria-label="Filter records"
            aria-autocomplete="list"
            aria-expanded={suggestions.length > 0}
            aria-controls={`${id}-list`}
            {...(chosen && { 'aria-activedescendant': `${id}-${active}` })}
            {...((problem || refused !== undefined) && { 'aria-invalid': true, 'aria-describedby': `${id}-problem` })}
            placeholder={
              draft.chips.length === 0 ? 'Filter: text in payloads, or type:  effect:  path:  is:failed' : ''
            }
            value={draft.text}
            spellCheck={false}
            autoComplete="off"
            autoCapitalize="off"
            onChange={(event) => {
              draft.write(event.target.value)
              onWrite?.(event.target.value)
              setCaret(event.target.selectionStart ?? event.target.value.length)
              setActive(-1)
            }}
            onSelect={(event) => {
              if (caret !== undefined) setCaret(event.currentTarget.selectionStart ?? 0)
            }}
            onFocus={(event) => setCaret(event.currentTarget.selectionStart ?? event.currentTarget.value.length)}
            onClick={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
            onBlur={() => setCaret(undefined)}
            onKeyDown={onKeyDown}
          />
        </div>
        {!isEmpty && (
          <IconButton
            className={styles.clear}
            size="sm"
            label="Clear the filter"
            icon={<X />}
            onPress={() => {
              draft.clear()
              input.current?.focus()
            }}
          />
        )}
      </div>
      {hidden.length > 0 && (
        <div className={styles.hidden}>
          <span className={styles.hiddenLabel}>Hidden</span>
          {hidden.map((type) => (
            <Chip key={type} label={type} onRemove={() => onShow(type)} removeLabel={`Show ${type} again`} />
          ))}
        </div>
      )}
      {(problem || refused !== undefined) && (
        <p id={`${id}-problem`} role="status" className={styles.problem}>
          <CircleAlert aria-hidden="true" />
          {problem?.message ?? refused}
        </p>
      )}
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label="Suggestions"
        className={styles.suggestions}
        hidden={suggestions.length === 0}
      >
        {suggestions.map((suggestion, at) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus, and says which one is active
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above
          <div
            key={suggestion.text}
            id={`${id}-${at}`}
            role="option"
            aria-selected={at === active}
            className={styles.suggestion}
            // The field would lose the focus, and with it the list.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(suggestion)}
          >
            <bdi className={styles.word}>{suggestion.text}</bdi>
            <span className={styles.hint}>{suggestion.hint}</span>
          </div>
        ))}
      </div>
    </div>
  )
}

interface ChipProps {
  label: string
  prefix?: string
  onPress?: () => void
  pressLabel?: string
  onRemove: () => void
  removeLabel: string
}

function Chip({ label, prefix, onPress, pressLabel, onRemove, removeLabel }: ChipProps) {
  const words = (
    <bdi>
      {prefix !== undefined && <span className={styles.prefix}>{prefix}</span>}
      {prefix === undefined ? label : label.slice(prefix.length)}
    </bdi>
  )
  return (
    <span className={styles.chip}>
      {onPress ? (
        <button type="button" className={styles.words} aria-label={pressLabel} title={label} onClick={onPress}>
          {words}
        </button>
      ) : (
        <span className={styles.words} title={label}>
          {words}
        </span>
      )}
      <button type="button" className={styles.remove} aria-label={removeLabel} onClick={onRemove}>
        <X aria-hidden="true" />
      </button>
    </span>
  )
}
