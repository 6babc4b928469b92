import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { ActionGroup } from './ActionCreator.ts'
import { INFO } from './ActionCreator.ts'
import type { ActionInfo } from './ActionInfo.ts'
import { actionInfo } from './ActionInfo.ts'
import type { ActionDefinition, AnyDefinition, PreparedDefinition } from './definition.ts'
import { isUiEvent } from './isUiEvent.ts'
import { registerAction } from './registry.ts'

/**
 * Names actions: key `opened` under source `bank` becomes the type `bank/opened`.
 * These names are the storage format. A key renamed later needs `formerly`.
 *
 * Actions come before reducers and know nothing of them, as in NgRx's `createActionGroup`:
 * with a durable log, a name derived from a reducer would orphan history when it is renamed.
 *
 * @throws PlayheadError `action/bad-name` when the source or a key is empty
 * @throws PlayheadError `action/upcaster-missing`, `action/bad-version`
 * @throws PlayheadError `action/name-taken` when `formerly` names an action of the same source.
 *   Two sources that define one type are found by the store that uses both.
 */
export function createActions<const Source extends string, Definitions extends Readonly<Record<string, AnyDefinition>>>(
  source: Source,
  definitions: Definitions,
): ActionGroup<Source, Definitions> {
  checkName(source, source)
  const creators: Record<string, unknown> = {}
  const infos: ActionInfo[] = []
  for (const [key, definition] of Object.entries(definitions)) {
    checkName(source, key)
    const known = definition as ActionDefinition<unknown> | PreparedDefinition<readonly unknown[], unknown>
    const info = actionInfo(`${source}/${key}`, known.options)
    infos.push(info)
    creators[key] = known.kind === 'prepared' ? preparedCreator(info, known) : plainCreator(info)
  }
  checkFormerNames(infos)
  for (const info of infos) registerAction(info)
  return creators as ActionGroup<Source, Definitions>
}

function plainCreator(info: ActionInfo) {
  const { type } = info
  return withInfo((payload: unknown) => ({ type, payload: isUiEvent(payload) ? undefined : payload }), info)
}

function preparedCreator(info: ActionInfo, { prepare }: PreparedDefinition<readonly unknown[], unknown>) {
  const { type } = info
  const create = (...args: readonly unknown[]) => ({
    type,
    prepare: (context: Parameters<typeof prepare>[0]) => prepare(context, ...args),
  })
  return withInfo(create, info)
}

function withInfo<F extends (...args: never[]) => unknown>(create: F, info: ActionInfo) {
  return Object.assign(create, {
    type: info.type,
    version: info.version,
    match: (action: { readonly type: string }) => action.type === info.type,
    [INFO]: info,
    toString: () => info.type,
  })
}

function checkName(source: string, name: string): void {
  if (typeof name === 'string' && name.trim() !== '') return
  throw new PlayheadError({
    code: 'action/bad-name',
    message: DEV
      ? `createActions(${JSON.stringify(source)}, …) got an empty name. Actions are stored under "source/name": give both.`
      : [source],
  })
}

function checkFormerNames(infos: readonly ActionInfo[]): void {
  const today = new Set(infos.map((info) => info.type))
  for (const info of infos) {
    for (const name of info.formerly) {
      if (!today.has(name)) continue
      throw new PlayheadError({
        code: 'action/name-taken',
        message: DEV
          ? `Action "${info.type}" says that it was formerly "${name}", and "${name}" is still an action of its own. Records stored as "${name}" could be either: rename one of the two.`
          : [info.type, name],
      })
    }
  }
}
