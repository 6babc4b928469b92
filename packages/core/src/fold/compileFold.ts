import type { ActionInfo } from '../action/ActionInfo.ts'
import { infoOf } from '../action/registry.ts'
import { DEV } from '../dev.ts'
import { PlayheadError } from '../error/PlayheadError.ts'
import type { AnySlice, SliceProgram } from '../slice/Slice.ts'
import { PROGRAM } from '../slice/Slice.ts'
import type { NamedProgram } from './compileRoutes.ts'
import { compileRoutes } from './compileRoutes.ts'
import type { Fold } from './Fold.ts'
import type { FoldContext } from './FoldContext.ts'
import { foldContext } from './FoldContext.ts'

/**
 * Makes one fold of several slices. A record goes straight to the slices that listen to its
 * type or topic, so a dispatch costs the same with one slice and with a hundred.
 *
 * @throws PlayheadError `store/duplicate-slice`, `slice/duplicate-case`
 * @throws PlayheadError `action/name-taken` when two definitions of one action type are in use
 */
export function compileFold(
  slices: readonly AnySlice[],
  context: FoldContext = foldContext(),
  { stale = 'refused' }: CompileOptions = {},
): Fold {
  const programs = slices.map((slice) => ({ name: slice.name, initial: slice.initial, program: slice[PROGRAM]() }))
  checkNames(slices)
  const infos = collectInfos(
    programs.map(({ program }) => program),
    stale,
  )
  return foldOf(programs, infos, context)
}

export interface CompileOptions {
  /**
   * What two definitions of one action type are. Where slices are replaced at run time, those
   * that stayed know the definition of before: the newest is then right for all.
   */
  readonly stale?: 'refused' | 'newest'
}

interface Compiled extends NamedProgram {
  readonly initial: unknown
}

function foldOf(programs: readonly Compiled[], infos: ReadonlyMap<string, ActionInfo>, context: FoldContext): Fold {
  const routeOf = compileRoutes(programs, infos)

  return {
    initial: Object.fromEntries(programs.map(({ name, initial }) => [name, initial])),
    infos,
    adopted: programs.every(({ program }) => program.every !== undefined),
    // An action with topics of its own is asked by payload, and known anyway.
    folds: (type) => infoOf(type)?.topic !== undefined || routeOf({ type }).steps.length > 0,
    only: (names) =>
      foldOf(
        programs.filter(({ name }) => names.has(name)),
        infos,
        context,
      ),
    step(state, record, failed) {
      const { versionMax, steps } = routeOf(record)
      if (record.version > versionMax || context.unreadable?.has(record.id)) return state
      let next: Record<string, unknown> | undefined
      for (const { slice, reduce } of steps) {
        const before = state[slice]
        const outer = context.folding
        context.folding = true
        try {
          const after = reduce(before, record)
          context.checks?.folded({ slice, reduce, before, record, after })
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

function checkNames(slices: readonly AnySlice[]): void {
  const names = new Set<string>()
  for (const { name } of slices) {
    if (names.has(name)) {
      throw new PlayheadError({
        code: 'store/duplicate-slice',
        message: DEV
          ? `Two slices are called "${name}", and state has one place for that name. Rename one of them.`
          : [name],
      })
    }
    names.add(name)
  }
}

function collectInfos(programs: readonly SliceProgram[], stale: 'refused' | 'newest'): ReadonlyMap<string, ActionInfo> {
  const infos = new Map<string, ActionInfo>()
  for (const info of programs.flatMap((program) => program.infos)) {
    const known = infos.get(info.type)
    if (known && known !== info && stale === 'newest') {
      infos.set(info.type, infoOf(info.type) ?? info)
      continue
    }
    if (known && known !== info) {
      throw new PlayheadError({
        code: 'action/name-taken',
        message: DEV
          ? `Action "${info.type}" is defined twice, and the slices of this store listen to both. Types are names in the log: rename one, or import the same creator in both files.`
          : [info.type],
      })
    }
    infos.set(info.type, info)
  }
  return infos
}
