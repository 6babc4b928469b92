export type { PlayheadParameter, StoryPlace, StoryPorts } from './preview/PlayheadParameter.ts'
