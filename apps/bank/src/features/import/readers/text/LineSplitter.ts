/** Cuts text that comes in pieces into lines, at LF, CRLF or a lone CR, also where a piece ends between CR and LF. */
export class LineSplitter {
  #rest = ''
  #afterReturn = false

  push(chunk: string): string[] {
    let text = chunk
    if (text === '') return []
    // The LF of a CRLF that was cut in two: its line has been given out.
    if (this.#afterReturn && text.startsWith('\n')) text = text.slice(1)
    this.#afterReturn = chunk.endsWith('\r')
    const lines = text.split(/\r\n|\n|\r/)
    lines[0] = this.#rest + (lines[0] ?? '')
    this.#rest = lines.pop() ?? ''
    return lines
  }

  /** The last line, when the text did not end with a line break. */
  end(): string[] {
    const rest = this.#rest
    this.#rest = ''
    return rest === '' ? [] : [rest]
  }
}
