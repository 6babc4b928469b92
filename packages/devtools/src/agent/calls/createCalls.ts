import { PROTOCOL } from '../../protocol/calls.ts'
import type { CallHandlers } from '../../protocol/serveAgent.ts'
import type { Answering } from './Answering.ts'
import { branchCalls } from './branchCalls.ts'
import { changingCalls } from './changingCalls.ts'
import { explainingCalls } from './explainingCalls.ts'
import { playheadCalls } from './playheadCalls.ts'
import { recordCalls } from './recordCalls.ts'
import { sessionCalls } from './sessionCalls.ts'
import { timelineCalls } from './timelineCalls.ts'
import { valueCalls } from './valueCalls.ts'

/** Everything that a panel may ask. */
export const createCalls = (answering: Answering): CallHandlers => ({
  hello: () => ({ protocol: PROTOCOL, app: answering.app }),
  ...recordCalls(answering),
  ...timelineCalls(answering),
  ...valueCalls(answering),
  ...explainingCalls(answering),
  ...playheadCalls(answering),
  ...changingCalls(answering),
  ...branchCalls(answering),
  ...sessionCalls(answering),
})
