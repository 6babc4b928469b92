import type { AccountHistory, CalendarDay, HistoryChunk, PostedEntry } from '../../ledger/index.ts'
import { dayNumber, minorAt } from '../../ledger/index.ts'
import { decimalString, parseDecimal } from '../../money/index.ts'
import { searchText } from '../../text/searchText.ts'

/** What is said of an entry, to be found by. */
type WordsOf = (entry: PostedEntry) => string

/** Which lines of an account to show. All that is given must hold; an empty filter lets all through. */
export interface RowFilter {
  /** Words that must all be found in memo, counterparty, reference, category or amount; case and accents do not matter. */
  readonly text?: string
  /** Words of an entry that others say of it, instead of its own category. The same function while they say the same. */
  readonly wordsOf?: WordsOf
  /** First booking date, included. */
  readonly from?: CalendarDay
  /** Last booking date, included. */
  readonly to?: CalendarDay
  /** Smallest size of the amount in minor units, whichever its direction. */
  readonly sizeMin?: number
  readonly sizeMax?: number
  /** Money that came in, or went out. */
  readonly direction?: 'in' | 'out'
}

/** The rows of `history` that fit, ascending. Scans them all: a few milliseconds for 100,000. */
export function filterRows(history: AccountHistory, filter: RowFilter): Uint32Array {
  const first = filter.from === undefined ? 0 : history.rowsUntil(dayNumber(filter.from) - 1)
  const end = filter.to === undefined ? history.length : history.rowsUntil(dayNumber(filter.to))
  const words = searchText(filter.text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(spellings)
  const rows = new Uint32Array(Math.max(0, end - first))
  let count = 0
  for (const [at, chunk] of history.chunks.entries()) {
    const start = history.starts[at] as number
    const last = Math.min(chunk.keys.length, end - start)
    const texts =
      words.length > 0 && last > 0 && start + chunk.keys.length > first ? textsOf(chunk, filter.wordsOf) : undefined
    for (let inChunk = Math.max(0, first - start); inChunk < last; inChunk++) {
      if (!amountFits(minorAt(chunk, inChunk), filter)) continue
      if (texts && !words.every((word) => word.some((spelling) => (texts[inChunk] as string).includes(spelling))))
        continue
      rows[count++] = start + inChunk
    }
  }
  return rows.subarray(0, count)
}

function amountFits(minor: number, { sizeMin, sizeMax, direction }: RowFilter): boolean {
  if (direction !== undefined && minor > 0 !== (direction === 'in')) return false
  const size = Math.abs(minor)
  return !(sizeMin !== undefined && size < sizeMin) && !(sizeMax !== undefined && size > sizeMax)
}

/** A word as it is looked for; an amount as it stands in the text of a line, too, however it is written. */
function spellings(word: string): readonly string[] {
  if (!/^[-+]?\d[\d.,'’]*$/.test(word)) return [word]
  const decimal = parseDecimal(word)
  if (!decimal) return [word]
  const { digits, scale } = decimal
  const padded = digits.padStart(scale + 1, '0')
  const whole = padded.slice(0, padded.length - scale)
  // 12 finds 12.50 and, in a currency without decimals, 12; not 120.
  if (scale === 0) return [word, amountText(`${whole}.`), amountText(`${whole}\n`)]
  return [word, amountText(`${whole}.${padded.slice(-scale)}`)]
}

/** An amount as it stands in the text of a line: in figures of its own, so that no word is found in it by chance. */
const amountText = (decimal: string): string =>
  `\n${decimal.replace(/[\d.]/g, (figure) => String.fromCharCode(PRIVATE_USE + figure.charCodeAt(0)))}`

const PRIVATE_USE = 0xe000

/** Made when first searched. Versions of a history share chunks, so an import leaves nearly all of them standing. */
const textsByWords = new WeakMap<WordsOf, WeakMap<HistoryChunk, readonly string[]>>()

const ownCategory: WordsOf = ({ category = '' }) => category

function textsOf(chunk: HistoryChunk, wordsOf: WordsOf = ownCategory): readonly string[] {
  let byChunk = textsByWords.get(wordsOf)
  if (!byChunk) {
    byChunk = new WeakMap()
    textsByWords.set(wordsOf, byChunk)
  }
  const known = byChunk.get(chunk)
  if (known) return known
  const texts = chunk.entries.map((entry) => textOf(entry, wordsOf(entry)))
  byChunk.set(chunk, texts)
  return texts
}

/** Fields apart by a line break, which no word of a search has. */
function textOf({ memo, counterparty, reference, legs }: PostedEntry, said: string): string {
  let text = memo
  if (counterparty?.name) text += `\n${counterparty.name}`
  if (counterparty?.account) text += `\n${counterparty.account}`
  if (reference) text += `\n${reference}`
  if (said) text += `\n${said}`
  let amounts = ''
  for (const { minor, currency } of legs) amounts += amountText(`${decimalString(Math.abs(minor), currency)}\n`)
  return searchText(text) + amounts
}
