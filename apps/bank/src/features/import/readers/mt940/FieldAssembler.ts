import { LineSplitter } from '../text/LineSplitter.ts'

/** One field of a SWIFT MT message: `:61:` and the lines up to the next tag. */
export interface MtField {
  /** `20`, `60F`, `NS`; `{` for a SWIFT block header, `-` for the end of a message. */
  readonly tag: string
  /** The field's lines, the first without its tag. */
  readonly lines: readonly string[]
  /** Where it starts, from 1. */
  readonly line: number
}

/**
 * Cuts MT text that comes in pieces into fields.
 *
 * Forgives what banks really send: a first line of their own, control characters around messages, a tag broken after its first
 * colon (a line `:` and then `86:…`), messages without an end mark, fields after the end mark.
 */
export class FieldAssembler {
  readonly #splitter = new LineSplitter()
  #lineNumber = 0
  #open: { tag: string; lines: string[]; line: number } | undefined
  #loneColonAt = 0

  push(chunk: string): MtField[] {
    return this.#take(this.#splitter.push(chunk))
  }

  end(): MtField[] {
    const fields = this.#take(this.#splitter.end())
    this.#close(fields)
    return fields
  }

  #take(rawLines: readonly string[]): MtField[] {
    const done: MtField[] = []
    for (const raw of rawLines) {
      this.#lineNumber += 1
      // Messages come wrapped in SOH, ETX and the like.
      let text = raw.replace(/[^\P{Cc}\t]/gu, '')
      let line = this.#lineNumber
      if (this.#loneColonAt > 0) {
        text = `:${text}`
        line = this.#loneColonAt
        this.#loneColonAt = 0
      }
      if (text === ':') {
        this.#loneColonAt = line
        continue
      }
      const tag = tagged.exec(text)
      if (tag) {
        this.#close(done)
        this.#open = { tag: tag[1] ?? '', lines: [text.slice(tag[0].length)], line }
      } else if (/^-(?:XXX|\}?(?:\{5:.*)?)\s*$/.test(text)) {
        this.#close(done)
        done.push({ tag: '-', lines: [], line })
      } else if (text.startsWith('{1:') || text.startsWith('{2:')) {
        this.#close(done)
        done.push({ tag: '{', lines: [text], line })
      } else {
        this.#open?.lines.push(text)
      }
    }
    return done
  }

  #close(done: MtField[]): void {
    if (this.#open) done.push(this.#open)
    this.#open = undefined
  }
}

const tagged = /^:(\d{2,3}[A-Z]?|NS):/
