import { compare, losses, shownRatio, significant } from './compare.ts'
import type { Row } from './Row.ts'

/** A Markdown table for each work, and a sentence for each in which we lose. */
export function reportOf(rows: readonly Row[]): string {
  const tables = compare(rows).map(({ work, unit, lines }) =>
    [
      `### ${work}`,
      '',
      `| library | ${unit} | against playhead |`,
      '|---|---:|---:|',
      ...lines.map(
        ({ row, ratio }) =>
          `| ${row.library} | ${significant(row.median)} | ${ratio === undefined ? '' : shownRatio(ratio)} |`,
      ),
    ].join('\n'),
  )
  const lost = losses(rows)
  const sentences = lost.length === 0 ? ['Nowhere by more than 1.3x.'] : lost.map((sentence) => `- ${sentence}`)
  return [...tables, ['### Where we lose', '', ...sentences].join('\n')].join('\n\n')
}
