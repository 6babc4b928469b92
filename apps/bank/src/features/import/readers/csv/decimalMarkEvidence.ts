import type { DecimalMark } from '../../../../money/index.ts'
import { decimalMarkOf } from '../../../../money/index.ts'

/** Which decimal mark a table uses, judged from all its amounts: those that show it (`1.234,56`, `12,5`) decide by majority. */
export class DecimalMarkEvidence {
  #commas = 0
  #points = 0
  #ambiguous: DecimalMark | undefined

  see(text: string): void {
    const number = text.replace(/[^\d.,]/g, '')
    const mark = decimalMarkOf(number)
    if (mark === ',') this.#commas += 1
    else if (mark === '.') this.#points += 1
    else if (/^\d{1,3}[.,]\d{3}$/.test(number)) this.#ambiguous ??= number.includes('.') ? '.' : ','
  }

  /** Undefined when no amount shows one. */
  get mark(): DecimalMark | undefined {
    if (this.#commas === 0 && this.#points === 0) return undefined
    return this.#commas > this.#points ? ',' : '.'
  }

  /** The separator of amounts such as `1.234`, when there are no others to tell whether it groups. */
  get ambiguous(): DecimalMark | undefined {
    return this.mark === undefined ? this.#ambiguous : undefined
  }
}
