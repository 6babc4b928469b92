import type { StandardIssue, StandardSchema } from '@playhead/core'

/** A Standard Schema from one function that lists what is wrong with a value. The value passes as it is. */
export function schemaOf<T>(issuesOf: (value: unknown) => readonly StandardIssue[]): StandardSchema<T> {
  return {
    '~standard': {
      version: 1,
      vendor: 'playhead-bank',
      validate: (value) => {
        const issues = issuesOf(value)
        return issues.length > 0 ? { issues } : { value: value as T }
      },
    },
  }
}

/** Collects issues while the fields of an object are looked at. */
export class FieldChecks {
  readonly issues: StandardIssue[] = []
  readonly #fields: Readonly<Record<string, unknown>>
  readonly #path: readonly PropertyKey[]

  constructor(fields: Readonly<Record<string, unknown>>, path: readonly PropertyKey[] = []) {
    this.#fields = fields
    this.#path = path
  }

  /** The field must fulfil `holds`; an optional one may be absent. */
  field(name: string, expected: string, holds: (value: unknown) => boolean, { optional = false } = {}): void {
    const value = this.#fields[name]
    if ((optional && value === undefined) || holds(value)) return
    this.issues.push({ message: `expected ${expected}, found ${shown(value)}`, path: [...this.#path, name] })
  }
}

export const isText = (value: unknown): value is string => typeof value === 'string'
export const isName = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
export const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A value for people, cut where it is long. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'an object'
  return String(value)
}
