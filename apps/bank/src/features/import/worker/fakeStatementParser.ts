import { from } from 'rxjs'
import type { ParseEvent, StatementParser } from './StatementParser.ts'

/** A parser for tests and stories: says what it is told to, at once. */
export function fakeStatementParser(
  events: readonly ParseEvent[] | ((file: File) => readonly ParseEvent[]),
): StatementParser {
  return { parse: (file) => from(typeof events === 'function' ? events(file) : events) }
}
