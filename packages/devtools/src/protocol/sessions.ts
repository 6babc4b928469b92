/** Paths to take out of payloads, by action type. */
export type Redaction = { readonly [type: string]: readonly string[] }

/** What a session file would hold. */
export interface SessionPlan {
  /** The range, which may begin earlier than was asked: where something in it undoes what is before. */
  readonly from: number
  readonly to: number
  /** About how long the file will be. */
  readonly bytes: number
  /** It begins with the state before `from`. */
  readonly checkpoint: boolean
  readonly types: readonly { readonly type: string; readonly records: number }[]
  /** What is taken out, by type; `declared` by the app's actions, or asked for. */
  readonly redacted: readonly { readonly type: string; readonly path: string; readonly declared: boolean }[]
}

/** What is in a session file, before it is opened. */
export interface SessionCheck {
  /** `undefined` where the file has no header that can be read. */
  readonly header:
    | {
        readonly app: string | undefined
        readonly build: string | undefined
        readonly from: number
        readonly to: number
        /** Paths that were taken out, each with its type before it: `bank/opened payload.owner`. */
        readonly redacted: readonly string[]
      }
    | undefined
  /** Records that can be read. */
  readonly records: number
  readonly span: { readonly from: number; readonly to: number } | undefined
  /** As in core's `ImportReport`. */
  readonly types: readonly {
    readonly type: string
    readonly version: number
    readonly knownVersion: number | undefined
    readonly records: number
    readonly reading: 'same' | 'upcast' | 'newer' | 'unknown'
  }[]
  readonly problems: readonly SessionProblemView[]
  readonly problemsLeftOut: number
}

export interface SessionProblemView {
  readonly line: number | undefined
  readonly code: string
  readonly message: string
}
