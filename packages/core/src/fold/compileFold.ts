import type { ActionInfo } from '../action/ActionInfo.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnySlice, Reduce, SliceProgram } from '../slice/Slice.ts'
import { PROGRAM } from '../slice/Slice.ts'
import type { Fold } from './Fold.ts'
import type { FoldContext } from './FoldContext.ts'
import { foldContext } from './FoldContext.ts'

interface Route {
  /** Records of a newer version are kept and not folded: their payload has a shape unknown here. */
  readonly versionMax: number
  readonly steps: readonly { readonly slice: string; readonly reduce: Reduce }[]
}

/**
 * Makes one fold of several slices. A record goes straight to the slices that listen to its
 * type, so a dispatch costs the same with one slice and with a hundred.
 *
 *
 * @throws PlayheadError `store/duplicate-slice`, `slice/duplicate-case`
 * @throws PlayheadError `action/name-taken` when two definitions of one action type are in use
 */
export function compileFold(slices: readonly AnySlice[], context: FoldContext = foldContext()): Fold {
  const programs = slices.map((slice) => ({ slice, program: slice[PROGRAM]() }))
  checkNames(slices)
  const infos = collectInfos(programs.map(({ program }) => program))
  const routes = new Map<string, Route>()
  const routeOf = (type: string): Route => {
    const known = routes.get(type)
    if (known) return known
    const steps = programs.flatMap(({ slice, program }) => {
      const reduce = program.cases.get(type) ?? program.every
      return reduce ? [{ slice: slice.name, reduce }] : []
    })
    const route = { versionMax: infos.get(type)?.version ?? Number.POSITIVE_INFINITY, steps }
    // Types of a running program are few; those of a hostile log need not be.
    if (routes.size < ROUTES_MAX) routes.set(type, route)
    return route
  }

  return {
    initial: Object.fromEntries(slices.map((slice) => [slice.name, slice.initial])),
    infos,
    adopted: programs.every(({ program }) => program.every !== undefined),
    folds: (type) => routeOf(type).steps.length > 0,
    step(state, record, failed) {
      const { versionMax, steps } = routeOf(record.type)
      if (record.version > versionMax || context.unreadable?.has(record.id)) return state
      let next: Record<string, unknown> | undefined
      for (const { slice, reduce } of steps) {
        const before = state[slice]
        const outer = context.folding
        context.folding = true
        try {
          const after = reduce(before, record)
          if (Object.is(before, after)) continue
          next ??= { ...state }
          next[slice] = after
        } catch (thrown) {
          failed?.({ slice, record, thrown })
        } finally {
          context.folding = outer
        }
      }
      return next ?? state
    },
  }
}

const ROUTES_MAX = 10_000

function checkNames(slices: readonly AnySlice[]): void {
  const names = new Set<string>()
  for (const { name } of slices) {
    if (names.has(name)) {
      throw new PlayheadError({
        code: 'store/duplicate-slice',
        message: `Two slices are called "${name}", and state has one place for that name. Rename one of them.`,
      })
    }
    names.add(name)
  }
}

function collectInfos(programs: readonly SliceProgram[]): ReadonlyMap<string, ActionInfo> {
  const infos = new Map<string, ActionInfo>()
  for (const info of programs.flatMap((program) => program.infos)) {
    const known = infos.get(info.type)
    if (known && known !== info) {
      throw new PlayheadError({
        code: 'action/name-taken',
        message: `Action "${info.type}" is defined twice, and the slices of this store listen to both. Types are names in the log: rename one, or import the same creator in both files.`,
      })
    }
    infos.set(info.type, info)
  }
  return infos
}
