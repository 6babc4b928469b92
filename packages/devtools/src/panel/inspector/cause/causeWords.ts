import type { RunView } from '../../../protocol/overview.ts'
import { formatGap } from '../../records/format.ts'

export const OUTCOME_WORDS: { readonly [outcome in RunView['outcome']]: string } = {
  running: 'is running',
  done: 'is done',
  cancelled: 'was cancelled',
  superseded: 'was superseded',
  failed: 'failed',
}

/** How long a run took; `undefined` while it runs. */
export const runLength = ({ startedAt, endedAt }: RunView): string | undefined =>
  endedAt === undefined ? undefined : formatGap(endedAt - startedAt)
