import type { StoryProblem } from './events.ts'

/** As all errors of Playhead do, the message ends with the code. */
export const problem = ({ code, message }: StoryProblem): StoryProblem => ({ code, message: `${message} (${code})` })
