import type { Dispatch } from '@playhead/core'
import type { BoundActions, CreatorGroup, UseActions } from './Hooks.ts'
import type { Scene } from './Scene.ts'

/** Binds creators to the store's `dispatch`, once for each store and group. */
export function createUseActions(useScene: () => Scene): UseActions {
  return (group) => boundTo(useScene().store.dispatch, group)
}

const bound = new WeakMap<Dispatch, WeakMap<CreatorGroup, object>>()

function boundTo<Group extends CreatorGroup>(dispatch: Dispatch, group: Group): BoundActions<Group> {
  const groups = bound.get(dispatch) ?? new WeakMap<CreatorGroup, object>()
  const actions = groups.get(group) ?? bind(dispatch, group)
  groups.set(group, actions)
  bound.set(dispatch, groups)
  return actions as BoundActions<Group>
}

const bind = (dispatch: Dispatch, group: CreatorGroup): object =>
  Object.fromEntries(
    Object.entries(group).map(([name, create]) => [name, (...args: never[]) => dispatch(create(...args))]),
  )
