/**
 * Joins lines that were cut at a fixed width: a full line runs on into the next, a shorter one ended at a word.
 * Spaces at the end of a line count towards its width, so lines must come untrimmed.
 */
export function joinLines(lines: readonly string[], width: number): string {
  let text = ''
  lines.forEach((line, index) => {
    const before = lines[index - 1]
    text += before === undefined || before.length >= width ? line : ` ${line}`
  })
  return text.replace(/\s+/g, ' ').trim()
}
