import { explainTable } from './csv/explainTable.ts'
import type { ImportRefused } from './ImportProblem.ts'
import { refuse } from './ImportProblem.ts'

/** What is read, in words. */
export const readFormats = 'MT940, MT942, CAMT.052, CAMT.053, CAMT.054 and CSV with a header row'

/** Why a text that no reader takes is not read: by what it seems to be. */
export function explainFormat(head: string, fileName: string): ImportRefused {
  const known = formats.find(({ looks }) => looks.test(head))
  if (known) {
    return refuse({
      code: 'import/format-not-read',
      fileName,
      what: `This is ${known.name}, which is not read. ${known.advice}`,
      at: { line: 1 },
      expected: readFormats,
    })
  }
  return (
    explainTable(head, fileName) ??
    refuse({
      code: 'import/format-unknown',
      fileName,
      what: 'This is text, but no statement was recognised in it.',
      at: { line: 1 },
      found: head.trimStart(),
      expected: readFormats,
    })
  )
}

const exportAgain = 'Ask your bank’s site for another format.'

const formats: readonly { readonly looks: RegExp; readonly name: string; readonly advice: string }[] = [
  { looks: /^\s*OFXHEADER:|<OFX>|<\?OFX/i, name: 'an OFX file (Open Financial Exchange)', advice: exportAgain },
  { looks: /^!(?:Type|Account|Option|Clear):?/im, name: 'a QIF file (Quicken)', advice: exportAgain },
  {
    looks: /pain\.00[18]\.|<CstmrCdtTrfInitn|<CstmrDrctDbtInitn/,
    name: 'a payment order (PAIN)',
    advice: 'Orders are not bookings: import the statement that shows them booked.',
  },
  { looks: /camt\.0(?!5[234])\d\d\./, name: 'a CAMT message that is not a statement', advice: exportAgain },
  { looks: /\{2:[IO](?!94[0-2])\d{3}/, name: 'a SWIFT message that is not a statement', advice: exportAgain },
  {
    looks: /^\s*(?:<!doctype html|<html)/i,
    name: 'a web page',
    advice: 'The download may have ended at the sign-in page: sign in and export again.',
  },
  {
    looks: /^\s*<\?xml|^\s*<[A-Za-z][\w.:-]*[\s>]/,
    name: 'an XML document that is not a CAMT statement',
    advice: exportAgain,
  },
  { looks: /^\s*[[{]\s*["{[]/, name: 'JSON', advice: exportAgain },
  { looks: /^\{\\rtf/, name: 'a text-processor document (RTF)', advice: exportAgain },
]
