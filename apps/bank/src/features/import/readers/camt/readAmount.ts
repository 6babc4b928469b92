import type { Currency } from '../../../../money/index.ts'
import { isCurrencyCode, parseDecimal } from '../../../../money/index.ts'
import { refuse } from '../ImportProblem.ts'
import { minorAt } from '../minorAt.ts'
import type { FilePosition } from '../StatementFile.ts'
import { attributeOf, textAt } from './xml.ts'

export interface CamtAmount {
  /** Without sign, as CAMT has it. */
  readonly minor: number
  readonly currency: Currency
}

/**
 * Reads an element `<Amt Ccy="EUR">12.50</Amt>`.
 *
 * @throws ImportRefused `import/element-missing`, `import/amount-invalid`, `import/currency-missing`
 */
export function readAmount(amount: unknown, at: FilePosition, context: { readonly fileName: string }): CamtAmount {
  const element = `${at.element ?? ''}/Amt`
  const text = textAt({ Amt: amount }, 'Amt')
  if (text === undefined) {
    throw refuse({
      code: 'import/element-missing',
      fileName: context.fileName,
      what: 'The amount is missing.',
      at: { line: at.line, element },
      expected: 'an amount such as <Amt Ccy="EUR">12.50</Amt>',
    })
  }
  const currency = attributeOf(amount, 'Ccy')
  if (currency === undefined || !isCurrencyCode(currency)) {
    throw refuse({
      code: 'import/currency-missing',
      fileName: context.fileName,
      what: 'The amount has no currency.',
      at: { line: at.line, element },
      found: `Ccy="${currency ?? ''}"`,
      expected: 'an ISO code such as Ccy="EUR"',
    })
  }
  // XML Schema decimals: a point, no groups.
  const decimal = /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(text) ? parseDecimal(text, '.') : undefined
  if (!decimal) {
    throw refuse({
      code: 'import/amount-invalid',
      fileName: context.fileName,
      what: 'The amount cannot be read.',
      at: { line: at.line, element },
      found: text,
      expected: 'a decimal number with a point, such as 1234.56',
    })
  }
  return { minor: minorAt(decimal, currency, { line: at.line, element }, context), currency }
}

/** +1 for `CRDT`, -1 for `DBIT`. */
export function readSign(node: unknown, at: FilePosition, { fileName }: { readonly fileName: string }): 1 | -1 {
  const mark = textAt(node, 'CdtDbtInd')
  if (mark === 'CRDT') return 1
  if (mark === 'DBIT') return -1
  throw refuse({
    code: 'import/element-missing',
    fileName,
    what: 'It is not said whether money came or went.',
    at: { line: at.line, element: `${at.element ?? ''}/CdtDbtInd` },
    ...(mark !== undefined && { found: mark }),
    expected: 'CRDT or DBIT',
  })
}

/** `minor` with the sign; never -0. */
export function signed(sign: 1 | -1, minor: number): number {
  return minor === 0 ? 0 : sign * minor
}
