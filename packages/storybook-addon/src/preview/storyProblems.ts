import type { Quarantined } from '@playhead/core/inspect'
import type { StoryProblem } from '../channel/events.ts'
import { problem } from '../channel/problem.ts'

export const badRecord = (at: number, why: string): StoryProblem =>
  problem({
    code: 'storybook/bad-record',
    message: `\`parameters.playhead.records[${at}]\` cannot be a record: ${ended(why)} The story begins with the ${at} before it. Write it as the action that your app dispatches.`,
  })

export const notFolded = ({ slice, offset, thrown }: Quarantined): StoryProblem =>
  problem({
    code: 'fold/reducer-threw',
    message: `Slice "${slice}" threw on record ${offset} of the story: ${ended(thrown instanceof Error ? thrown.message : String(thrown))} The record is left out of this slice; the other slices folded it. Correct the record, or the reducer.`,
  })

export const noSuchPlace = (at: unknown, head: number): StoryProblem =>
  problem({
    code: 'storybook/no-such-place',
    message: `\`parameters.playhead.at\` is ${JSON.stringify(at)}, and ${head < 0 ? 'this story’s log is empty' : `this story’s log has the offsets 0 to ${head}`}. It is shown at its end. Give one of them, -1 for the time before the first, 'middle' or 'live'.`,
  })

export const sharedStore = (storyId: string, owner: string): StoryProblem =>
  problem({
    code: 'storybook/shared-store',
    message: `\`parameters.playhead.store\` of ${storyId} gave a store that is in use by ${owner}: what happens in one shows in both. Make a new one in each call: \`(ports) => createStore({ slices, ...ports })\`.`,
  })

export const notMade = (storyId: string, why: string): StoryProblem =>
  problem({
    code: 'storybook/store-not-made',
    message: `\`parameters.playhead.store\` of ${storyId} threw, so the story has no store: ${ended(why)} Correct the function, or what it calls.`,
  })

export const storyThrew = (why: string, { at, head }: { at: number | 'live'; head: number }): StoryProblem =>
  problem({
    code: 'storybook/story-threw',
    message: `The story threw while it was drawn ${at === 'live' ? `at its end, after record ${head}` : at < 0 ? `before the first of ${head + 1} records` : `at record ${at} of 0 to ${head}`}: ${ended(why)} Step back to the last place that it can draw, and compare the state of the two.`,
  })

/** Messages of others may end without a full stop. */
const ended = (text: string): string => (/[.!?)]$/.test(text) ? text : `${text}.`)
