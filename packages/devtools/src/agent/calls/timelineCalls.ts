import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { densityOf } from '../timeline/densityOf.ts'
import { marksOf } from '../timeline/marksOf.ts'
import { runsOf } from '../timeline/runsOf.ts'
import type { Answering } from './Answering.ts'

/** What a timeline draws. */
export const timelineCalls = ({ stores, run }: Answering): Pick<CallHandlers, 'density' | 'marks' | 'runs'> => ({
  density: (give) => run(densityOf(stores.get(give.store), give)),
  marks: (give) => run(marksOf(stores.get(give.store), give)),
  runs: (give) => run(runsOf(stores.get(give.store), give)),
})
