import { PlayheadError, stringify } from '@playhead/core'
import type { TextForm } from '../../protocol/values.ts'
import { beginningOf } from '../preview/visibleText.ts'
import { codeOf } from './codeOf.ts'
import { jsonOf } from './jsonOf.ts'

/**
 * A value as text, to copy or to edit.
 *
 * @throws PlayheadError `devtools/no-text` where the form cannot carry it; `codec/not-storable`
 */
export function textOfValue(value: unknown, as: TextForm): { readonly text: string; readonly more: number } {
  const text = as === 'stored' ? stringify(value) : as === 'json' ? jsonText(value) : codeOf(value)
  const beginning = beginningOf(text, TEXT_COPIED_MAX)
  return { text: beginning, more: text.length - beginning.length }
}

/** Characters: what a text field and a clipboard bear. */
const TEXT_COPIED_MAX = 1_000_000

function jsonText(value: unknown): string {
  try {
    const text = JSON.stringify(jsonOf(value), undefined, 2)
    if (text !== undefined) return text
  } catch (thrown) {
    throw noText('JSON', thrown instanceof Error ? thrown.message : 'it cannot be read')
  }
  throw noText('JSON', `it is ${typeof value}`)
}

const noText = (form: string, why: string) =>
  new PlayheadError({
    code: 'devtools/no-text',
    message: `This value cannot be written as ${form}: ${why}. Choose a part of it, or another form.`,
  })
