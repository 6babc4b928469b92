export type { Causal, Minimised, MinimiseOptions } from './minimise/minimise.ts'
export { minimise } from './minimise/minimise.ts'
export type { Terminal } from './output/Terminal.ts'
export { run } from './run.ts'
