import type { CheckpointEntry } from '../log/CheckpointStorage.ts'

/**
 * Which of a log's checkpoints to let go of, so that so many of a build are left: those of other
 * builds, and then, again and again, the one whose neighbours stand nearest to each other. The two
 * newest stay: one of them may turn out to be damaged.
 *
 * ```
 *   ■  ■    ■       ■ ■ ■ ■      ■  ■    ■       ■   ■ ■      ■       ■       ■     ■ ■
 * ```
 */
export function thinned(
  entries: readonly CheckpointEntry[],
  { build, keep }: { readonly build: string; readonly keep: number },
): readonly CheckpointEntry[] {
  const gone = entries.filter((entry) => entry.build !== build)
  const kept = entries.filter((entry) => entry.build === build).sort((a, b) => a.offset - b.offset)
  while (kept.length > Math.max(keep, 2)) {
    let [nearest, at] = [Number.POSITIVE_INFINITY, 0]
    for (let i = 0; i < kept.length - 2; i++) {
      const gap = (kept[i + 1] as CheckpointEntry).offset - (kept[i - 1]?.offset ?? -1)
      if (gap < nearest) [nearest, at] = [gap, i]
    }
    gone.push(...kept.splice(at, 1))
  }
  return gone
}
