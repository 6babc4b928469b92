/** The panel's bundle as text. Written by `scripts/panel.ts`, and loaded when a panel is opened. */
export declare const source: string
