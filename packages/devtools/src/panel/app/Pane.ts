/** What stands beside the records. */
export type Pane = 'inspector' | 'branches' | 'sessions' | 'dispatch' | 'health'
