// For tools that show the panel in a page of their own

export { connectPanel } from '../protocol/connectPanel.ts'
export type { Wire } from '../protocol/Wire.ts'
export type { EmbeddedPanel, EmbedOptions } from './embedPanel.ts'
export { embedPanel } from './embedPanel.ts'
