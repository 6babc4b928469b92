/** So many answers to "who listens to this?" are remembered: by type, and by topic. */
export const ROUTES_MAX = 10_000
