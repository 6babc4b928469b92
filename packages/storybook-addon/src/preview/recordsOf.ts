import type { Dispatchable, LogRecord, PlacedRecord } from '@playhead/core'
import { createRecords } from '@playhead/core'
import type { StoryProblem } from '../channel/events.ts'
import { seededRandom } from './seededRandom.ts'
import { badRecord } from './storyProblems.ts'

/** The time of stories that name none: noon of 2026-01-01, UTC. */
export const NOON = Date.UTC(2026, 0, 1, 12)

/** Actions that name no time happened so long after each other. */
const BETWEEN_MS = 1_000

/**
 * The log that a story begins with: records as they are, and actions as a dispatch would have recorded them.
 * From the first one that cannot be, none.
 */
export function recordsOf(
  past: readonly (Dispatchable | LogRecord)[],
  problems: StoryProblem[],
): readonly PlacedRecord[] {
  const records: PlacedRecord[] = []
  const random = seededRandom(1)
  // Without this, what is dispatched in the story would be older than what was before it.
  const first = NOON - past.length * BETWEEN_MS
  for (const [at, each] of past.entries()) {
    const offset = at as PlacedRecord['offset']
    if (isRecord(each)) {
      records.push({ ...each, offset })
      continue
    }
    try {
      // A copy: an action that makes its payload would remember the first one.
      const [made] = createRecords([{ time: first + at * BETWEEN_MS, action: { ...each } }], {
        client: 'story',
        random,
      })
      if (made) records.push({ ...made, offset, id: `story.${at}` as PlacedRecord['id'] })
    } catch (thrown) {
      problems.push(badRecord(at, thrown instanceof Error ? thrown.message : String(thrown)))
      return records
    }
  }
  return records
}

const isRecord = (each: Dispatchable | LogRecord): each is LogRecord =>
  'id' in each && 'time' in each && 'version' in each
