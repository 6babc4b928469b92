import { bundle } from '../harness/bundle.ts'
import { runInNode } from '../harness/runInNode.ts'
import type { Suite, Task } from '../harness/Task.ts'
import type { HistoryQuestion } from './HistoryQuestion.ts'
import type { LibraryName } from './libraries.ts'

/** Going back in a ledger's history, and what it costs to be able to. One process measures all of one history. */
export const timetravel: Suite = suiteOf('travel', (quick) => ({
  10000: ['playhead', 'redux devtools (playhead tables)', 'redux devtools', 'zundo', 'travels'],
  100000: quick
    ? ['playhead', 'playhead, reducer ten times slower', 'redux devtools (playhead tables)', 'travels']
    : [
        'playhead',
        'playhead, reducer ten times slower',
        'redux devtools (playhead tables)',
        'redux devtools',
        'zundo',
        'travels',
      ],
  ...(!quick && {
    1000000: ['playhead', 'playhead, reducer ten times slower', 'redux devtools (playhead tables)'],
  }),
}))

/** Bytes that a history keeps, by action. */
export const memory: Suite = suiteOf('memory', (quick) => ({
  10000: [
    'playhead',
    'redux devtools (playhead tables)',
    'redux devtools',
    'zundo',
    'travels',
    'limit: array of actions',
  ],
  100000: [
    'playhead',
    'redux devtools (playhead tables)',
    ...(quick ? [] : (['redux devtools', 'zundo', 'travels'] as const)),
    'limit: array of actions',
  ],
  ...(!quick && { 1000000: ['playhead', 'redux devtools (playhead tables)', 'limit: array of actions'] }),
}))

function suiteOf(
  kind: HistoryQuestion['kind'],
  bySize: (quick: boolean) => Readonly<Record<number, readonly LibraryName[]>>,
): Suite {
  return {
    rounds: 3,
    quickRounds: 1,
    async prepare({ quick }) {
      const script = await bundle('measureTimetravel.ts')
      const ask = (library: LibraryName, size: number): Task => {
        const question: HistoryQuestion = { library, size, kind, seeks: quick ? 100 : 500 }
        return {
          library: library.replace(/, reducer ten times slower$/, ''),
          label: `${kind}, ${size} in the log: ${library}`,
          run: () => runInNode(script, question),
        }
      }
      const tasks = Object.entries(bySize(quick)).flatMap(([size, libraries]) =>
        libraries.map((library) => ask(library, Number(size))),
      )
      return { tasks }
    },
  }
}
