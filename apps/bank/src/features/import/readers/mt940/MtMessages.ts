import { parseDecimal } from '../../../../money/index.ts'
import { refuse } from '../ImportProblem.ts'
import { linesMax } from '../limits.ts'
import type { ReadContext } from '../StatementReader.ts'
import { joinLines } from '../text/joinLines.ts'
import type { MtField } from './FieldAssembler.ts'
import type { MtMovement, MtStatement } from './MtStatement.ts'
import { newMtStatement } from './MtStatement.ts'
import { nonSwiftFields } from './nonSwift.ts'
import { parseBooking } from './parseBooking.ts'
import { parseMtAccount } from './parseMtAccount.ts'
import type { MtBalance } from './parseMtBalance.ts'
import { parseMtBalance } from './parseMtBalance.ts'

/** Puts the fields of a file together into messages. A message starts at `:20:`; some files leave it out. */
export class MtMessages {
  readonly statements: MtStatement[] = []
  readonly #context: ReadContext
  #movement: MtMovement | undefined
  #isReport = false
  readonly #ignored = new Set<string>()
  /** Bookings so far, in all messages. */
  movements = 0

  constructor(context: ReadContext) {
    this.#context = context
  }

  accept(field: MtField): void {
    const { tag, lines } = field
    const text = lines[0] ?? ''
    switch (tag) {
      case '{':
        this.#isReport = /\{2:[IO]942/.test(text)
        this.#end()
        return
      case '-':
        this.#end()
        return
      case '20':
        this.#end()
        this.#start(field).reference = text.trim()
        return
      case '25':
      case '25P': {
        const account = parseMtAccount(text)
        if (account) this.#head(field).account = account
        if (account?.currency !== undefined) this.#head(field).currency ??= account.currency
        return
      }
      case '28':
      case '28C':
        this.#head(field).sequence = text.trim()
        return
      case '13':
      case '13D':
        this.#head(field).report = true
        return
      case '34F':
        this.#head(field).report = true
        this.#head(field).currency ??= /^\s*([A-Z]{3})/.exec(text)?.[1]
        return
      case '60F':
      case '60M':
      case '60':
        this.#head(field).opening = this.#balance(field)
        return
      case '61':
        this.#booking(field)
        return
      case '86':
        this.#information(field)
        return
      case 'NS':
        this.#nonSwift(field)
        return
      case '62F':
      case '62M':
      case '62':
        this.#tail(field).closing = this.#balance(field)
        return
      case '64':
        this.#tail(field).closingAvailable = this.#balance(field)
        return
      case '90C':
      case '90D':
        this.#total(field)
        return
      case '65':
        // A balance to come. Nothing is done with it, so it is not checked either.
        this.#tail(field)
        return
      case '21':
      case '940':
      case '942':
        return
      default:
        this.#ignore(field)
    }
  }

  #start({ line }: MtField): MtStatement {
    const statement = newMtStatement(line)
    statement.report = this.#isReport
    this.statements.push(statement)
    this.#movement = undefined
    return statement
  }

  #end(): void {
    const last = this.statements.at(-1)
    if (last) last.ended = true
    this.#movement = undefined
  }

  /** The message that a field of its head belongs to; a new one where a file leaves `:20:` out. */
  #head(field: MtField): MtStatement {
    const last = this.statements.at(-1)
    return last && !last.ended && last.closing === undefined ? last : this.#start(field)
  }

  /** The message that a field after the bookings belongs to. No more bookings are expected in it. */
  #tail(field: MtField): MtStatement {
    this.#movement = undefined
    return this.statements.at(-1) ?? this.#headless(field)
  }

  #headless(field: MtField): MtStatement {
    const statement = this.#start(field)
    statement.headless = true
    return statement
  }

  #booking(field: MtField): void {
    const last = this.statements.at(-1)
    const statement = last ?? this.#headless(field)
    if (last && (last.ended || last.closing)) {
      this.#context.warnings.add({
        code: 'import/line-outside',
        message: `Line ${field.line}: a booking stands after the end of its statement. It was added to the statement before it.`,
        statement: this.statements.length - 1,
        at: { line: field.line, element: ':61:' },
      })
    }
    const booking = parseBooking(field.lines)
    if (typeof booking === 'string') {
      throw this.#refusal(
        field,
        booking,
        'a booking such as 2401310131D12,50NTRFNONREF: value date, entry date, C or D, amount, type, reference',
      )
    }
    this.movements += 1
    if (this.movements > linesMax) {
      throw refuse({
        code: 'import/too-many-lines',
        fileName: this.#context.fileName,
        what: `The file has more than ${linesMax} bookings. Export shorter periods and import them one after another.`,
        at: { line: field.line, element: ':61:' },
      })
    }
    this.#movement = { line: field.line, booking, information: [], nonSwift: [] }
    statement.movements.push(this.#movement)
  }

  #information({ lines, line }: MtField): void {
    if (this.#movement) {
      this.#movement.information.push(...lines)
      return
    }
    const text = joinLines(lines, 65)
    const statement = this.statements.at(-1) ?? this.#headless({ tag: '86', lines, line })
    if (text) statement.notes.push(text)
  }

  #nonSwift(field: MtField): void {
    if (this.#movement) {
      this.#movement.nonSwift.push(...field.lines)
      return
    }
    const owner = nonSwiftFields(field.lines).get('22')
    // One bank repeats the account's data on a second page as `223037010000`: digits are nobody's name.
    if (owner && !/^\d+$/.test(owner)) this.#head(field).owner = owner.trim()
  }

  #balance(field: MtField): MtBalance {
    const balance = parseMtBalance(field.lines.join(''), field.tag.endsWith('M'))
    if (typeof balance === 'string') {
      throw this.#refusal(field, balance, 'a balance such as C240131EUR1234,56: C or D, date, currency, amount')
    }
    const statement = this.statements.at(-1)
    if (statement && balance.currency !== undefined) statement.currency ??= balance.currency
    return balance
  }

  #total(field: MtField): void {
    const match = /^\s*(\d{1,6})([A-Z]{3})(\d[\d.,]*|,\d+)\s*$/.exec(field.lines[0] ?? '')
    const amountText = match?.[3] ?? ''
    const amount = parseDecimal(amountText, amountText.includes(',') ? ',' : '.')
    if (!match || !amount)
      throw this.#refusal(field, 'the field does not have the form of a total', 'a total such as 12EUR345,67')
    const statement = this.#tail(field)
    statement.currency ??= match[2]
    statement.totals.push({ line: field.line, credit: field.tag === '90C', count: Number(match[1]), amount })
  }

  #ignore({ tag, line }: MtField): void {
    if (this.#ignored.has(tag)) return
    this.#ignored.add(tag)
    this.#context.warnings.add({
      code: 'import/field-ignored',
      message: `Line ${line}: :${tag}: is not a field of an MT940 or MT942 statement. It was passed over, here and further down.`,
      at: { line, element: `:${tag}:` },
    })
  }

  #refusal(field: MtField, reason: string, expected: string): Error {
    return refuse({
      code: 'import/field-invalid',
      fileName: this.#context.fileName,
      what: `The file is broken here: ${reason}.`,
      at: { line: field.line, element: `:${field.tag}:` },
      found: field.lines.join(' '),
      expected,
    })
  }
}
