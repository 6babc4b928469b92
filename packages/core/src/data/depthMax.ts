/** Levels of nesting that a value may have. Deeper is taken for a value that holds itself. */
export const DEPTH_MAX = 1000
