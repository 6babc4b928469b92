import type { ActionInfo } from './ActionInfo.ts'

/**
 * Every action that the running program has defined, by type. A plain action carries no
 * more than its type and payload, so intake and readers of a log look the rest up here.
 *
 * A later definition replaces an earlier one, as hot module replacement needs. Two that are
 * in use at once are found by the store (`action/name-taken`); docs/decisions/0010-action-registry.md.
 */
const infos = new Map<string, ActionInfo>()
const renamed = new Map<string, string>()

export function registerAction(info: ActionInfo): void {
  infos.set(info.type, info)
  for (const name of info.formerly) renamed.set(name, info.type)
}

/** The definition of an action type, under its name of today. */
export const infoOf = (type: string): ActionInfo | undefined => infos.get(type)

/** Today's name of an action that was renamed with `formerly`; the name itself otherwise. */
export const nameOfToday = (type: string): string => (infos.has(type) ? type : (renamed.get(type) ?? type))

/** Types of all actions that the program has defined. */
export const definedTypes = (): readonly string[] => [...infos.keys()]
