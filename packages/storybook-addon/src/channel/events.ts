/** The id of the addon, and of its panel. */
export const ADDON_ID = 'playhead'
export const PANEL_ID = `${ADDON_ID}/timeline`

/** What preview, manager and server tell each other, over Storybook's channel. */
export const EVENTS = {
  /** A message of the devtools protocol, to the agent in the preview or to the panel in the manager. */
  toAgent: 'playhead/to-agent',
  toPanel: 'playhead/to-panel',
  /** The preview was loaded: whoever was connected to the one before is not any more. */
  previewLoaded: 'playhead/preview-loaded',
  /** The manager asks for all that it must know: it may have come later. */
  asked: 'playhead/asked',
  /** {@link StoryTold} */
  story: 'playhead/story',
  /** Moves the playhead of a story's store: {@link SeekTold} */
  seek: 'playhead/seek',
  /** Asks for the log of a story as code: {@link CodeAsked}, answered by {@link CodeTold}. */
  codeAsked: 'playhead/code-asked',
  codeGiven: 'playhead/code-given',
  /** Asks the server of `storybook dev` to write a story: {@link SaveAsked}, answered by {@link SavedTold}. */
  save: 'playhead/save',
  saved: 'playhead/saved',
} as const

/** What the manager knows of the story that is shown. */
export interface StoryTold {
  readonly storyId: string
  /** False where the story has no store. */
  readonly hasStore: boolean
  readonly steps: readonly StepTold[]
  readonly problems: readonly StoryProblem[]
}

/** A step or an interaction of a `play` function, with the records that it led to. */
export interface StepTold {
  readonly label: string
  readonly kind: 'step' | 'interaction'
  /** How many steps it is inside of. */
  readonly depth: number
  /** Offsets of its first and last record; `to` is smaller than `from` where it led to none. */
  readonly from: number
  readonly to: number
  readonly failed: boolean
}

/** What is wrong with a story's store. The message ends with the code, which has a page under docs/errors. */
export interface StoryProblem {
  readonly code: string
  readonly message: string
}

export interface SeekTold {
  readonly storyId: string
  readonly to: number
}

export interface CodeAsked {
  readonly storyId: string
  /** The story that it begins with, and the new one, as the file exports them. */
  readonly from: string
  readonly name: string
}

export interface CodeTold {
  readonly storyId: string
  readonly name: string
  readonly code: string
}

export interface SaveAsked {
  readonly storyId: string
  /** The story's file, as Storybook's index has it. */
  readonly importPath: string
  readonly name: string
  readonly code: string
}

export interface SavedTold {
  readonly storyId: string
  readonly name: string
  /** The code has a page under docs/errors. */
  readonly problem?: StoryProblem
}
