export type { Playhead, PlayheadOptions } from './playhead.ts'
export { playhead } from './playhead.ts'
