import type { BranchEdit } from '../../protocol/calls.ts'

/** One thing that a branch does differently, to be put in words. Offsets are those of the store it branches from. */
export type EditView =
  | { readonly kind: 'without'; readonly from: number; readonly to: number; readonly type: string | undefined }
  | { readonly kind: 'replaced'; readonly at: number; readonly type: string | undefined; readonly by: string }
  | { readonly kind: 'inserted'; readonly after: number; readonly type: string }
  | { readonly kind: 'moved'; readonly at: number; readonly behind: number; readonly type: string | undefined }
  | { readonly kind: 'reordered'; readonly from: number; readonly to: number; readonly records: number }

/** What an edit does, in the order of the log. Neighbours of one type that are left out are one thing. */
export function editViews(edit: BranchEdit, types: { readonly [offset: number]: string }): readonly EditView[] {
  const views: EditView[] = [
    ...withoutViews(edit.without ?? [], types),
    ...Object.entries(edit.replace ?? {}).map(
      ([at, { type }]): EditView => ({ kind: 'replaced', at: Number(at), type: types[Number(at)], by: type }),
    ),
    ...Object.entries(edit.insert ?? {}).flatMap(([after, actions]) =>
      actions.map(({ type }): EditView => ({ kind: 'inserted', after: Number(after), type })),
    ),
    ...orderView(edit.order ?? [], types),
  ]
  return views.sort((a, b) => placeOf(a) - placeOf(b))
}

function withoutViews(offsets: readonly number[], types: { readonly [offset: number]: string }): readonly EditView[] {
  const views: Extract<EditView, { kind: 'without' }>[] = []
  for (const offset of [...offsets].sort((a, b) => a - b)) {
    const last = views.at(-1)
    if (last && last.to === offset - 1 && last.type === types[offset]) views[views.length - 1] = { ...last, to: offset }
    else views.push({ kind: 'without', from: offset, to: offset, type: types[offset] })
  }
  return views
}

/** One record that went elsewhere is a move, and so is all that somebody makes by hand. */
function orderView(order: readonly number[], types: { readonly [offset: number]: string }): readonly EditView[] {
  const places = [...order].sort((a, b) => a - b)
  const first = places[0]
  const last = places.at(-1)
  if (first === undefined || last === undefined || order.every((offset, at) => offset === places[at])) return []
  const isMovedDown = order.at(-1) === first && order.slice(0, -1).every((offset, at) => offset === places[at + 1])
  if (isMovedDown) return [{ kind: 'moved', at: first, behind: last, type: types[first] }]
  const isMovedUp = order[0] === last && order.slice(1).every((offset, at) => offset === places[at])
  if (isMovedUp) return [{ kind: 'moved', at: last, behind: first - 1, type: types[last] }]
  return [{ kind: 'reordered', from: first, to: last, records: order.length }]
}

/** The last record that a branch with these edits shares with what it branches from; `at` where it has none. */
export function leavesAt(views: readonly EditView[], at: number): number {
  return views.reduce((least, view) => Math.min(least, lastBefore(view)), at)
}

function lastBefore(view: EditView): number {
  switch (view.kind) {
    case 'inserted':
      return view.after
    case 'moved':
      return Math.min(view.at - 1, view.behind)
    case 'replaced':
      return view.at - 1
    default:
      return view.from - 1
  }
}

function placeOf(view: EditView): number {
  if (view.kind === 'inserted') return view.after + 0.5
  return 'at' in view ? view.at : view.from
}
