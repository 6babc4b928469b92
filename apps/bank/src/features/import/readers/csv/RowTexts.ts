import type { Role } from './columnNames.ts'

/** A row's texts by the role of their column; blank ones are absent. */
export type RowTexts = Readonly<Partial<Record<Role, string>>> & { readonly line: number }
