import { createEffect } from '@playhead/core'
import { EMPTY } from 'rxjs'
import { imports } from '../actions.ts'
import type { ImportPlan } from '../plan/ImportPlan.ts'
import type { BookOptions } from './bookImport.ts'
import { bookImport } from './bookImport.ts'

/** What the effect is given: things that no payload can hold. */
export interface ImportStatementPorts {
  /** What is to be booked, by import: made from the files that this page has. */
  readonly plans: { get(importId: string): ImportPlan | undefined }
  readonly nextFrame: BookOptions['nextFrame']
}

/**
 * Books what was confirmed, in the page that has the file. Confirming twice books once, and imports go on beside
 * each other; `import/cancelled` stops one between two groups. Nothing restarts by itself after a reload: the kept
 * file must be read and looked at again first.
 */
export const importStatement = ({ plans, nextFrame }: ImportStatementPorts) =>
  createEffect('importStatement', {
    on: [imports.received, imports.resumed],
    flatten: 'exhaust',
    key: ({ payload }) => payload.importId,
    cancelOn: { on: imports.cancelled, key: ({ payload }) => payload.importId },
    run: ({ payload: { importId } }, { scheduler }) => {
      const plan = plans.get(importId)
      return plan ? bookImport(plan, { importId, nextFrame, nowMs: scheduler.now() }) : EMPTY
    },
    failed: (error, { payload: { importId } }) =>
      imports.failed({ importId, reason: error instanceof Error ? error.message : String(error) }),
  })
