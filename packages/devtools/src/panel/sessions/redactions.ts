import type { Redaction } from '../../protocol/sessions.ts'

/** A path that somebody takes out beside those that the app declares. */
export interface RedactionRule {
  readonly type: string
  readonly path: string
}

/** What somebody takes out, of every file that leaves. */
export interface RedactionProps {
  readonly rules: readonly RedactionRule[]
  readonly onRules: (rules: readonly RedactionRule[]) => void
}

/** The rules by type, as a file is asked for; `undefined` without any. */
export function redactionOf(rules: readonly RedactionRule[]): Redaction | undefined {
  if (rules.length === 0) return undefined
  const byType = new Map<string, string[]>()
  for (const { type, path } of rules) byType.set(type, [...(byType.get(type) ?? []), path])
  return Object.fromEntries(byType)
}

export const sameRule = (a: RedactionRule, b: RedactionRule): boolean => a.type === b.type && a.path === b.path
