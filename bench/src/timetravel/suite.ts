import { bundle } from '../harness/bundle.ts'
import { runInNode } from '../harness/runInNode.ts'
import type { Suite, SuiteOptions, Task } from '../harness/Task.ts'
import type { HistoryQuestion } from './HistoryQuestion.ts'
import type { LibraryName } from './libraries.ts'
import type { SearchQuestion } from './SearchQuestion.ts'
import type { ReopenerName, SearcherName } from './searchers.ts'
import { reopeners, searchers } from './searchers.ts'

const everybody: readonly LibraryName[] = [
  'playhead',
  'redux devtools (playhead tables)',
  'redux devtools',
  'zundo',
  'travels',
]
/** The others need minutes, or more memory than there is. */
const atMillion: readonly LibraryName[] = ['playhead', 'redux devtools (playhead tables)']
const slower: LibraryName = 'playhead, reducer ten times slower'
const limit: LibraryName = 'limit: array of actions'

/** Slow reducers fold a million actions for half a minute each time. */
const SLOW_SIZE = 100_000

/** Skips, searches and openings, in processes of their own. */
async function searchTasks({ quick }: SuiteOptions): Promise<readonly Task[]> {
  const script = await bundle('measureSearch.ts')
  const task = (question: SearchQuestion): Task => ({
    library: question.library.replace(', reducer ten times slower', ''),
    label: `${question.kind}, ${question.size} in the log: ${question.library}`,
    run: () => runInNode(script, question),
  })
  const names = Object.keys(searchers) as SearcherName[]
  const slow = names.filter((name) => name.endsWith('reducer ten times slower'))
  const sizes = quick ? [100_000] : [100_000, 1_000_000]
  return [
    ...sizes.flatMap((size) => [
      ...names.filter((name) => !slow.includes(name)).map((library) => task({ kind: 'search', library, size })),
      ...(Object.keys(reopeners) as ReopenerName[]).map((library) => task({ kind: 'open', library, size })),
    ]),
    ...(quick ? [] : slow.map((library) => task({ kind: 'search', library, size: SLOW_SIZE }))),
  ]
}

/** Going back in a ledger's history, and what it costs to be able to. One process measures all of one history. */
export const timetravel: Suite = suiteOf('travel', ({ quick }) =>
  quick
    ? [
        [10_000, [...everybody, slower]],
        [100_000, atMillion],
      ]
    : [
        [10_000, everybody],
        [100_000, [...everybody, slower]],
        [1_000_000, [...atMillion, slower]],
      ],
)

/** Bytes that a history keeps, by action. */
export const memory: Suite = suiteOf('memory', ({ quick }) =>
  quick
    ? [
        [10_000, [...everybody, limit]],
        [100_000, [...atMillion, limit]],
      ]
    : [
        [10_000, [...everybody, limit]],
        [100_000, [...everybody, limit]],
        [1_000_000, [...atMillion, limit]],
      ],
)

function suiteOf(
  kind: HistoryQuestion['kind'],
  plan: (options: SuiteOptions) => readonly (readonly [size: number, libraries: readonly LibraryName[]])[],
): Suite {
  return {
    rounds: 3,
    quickRounds: 1,
    async prepare(options) {
      const script = await bundle('measureTimetravel.ts')
      const ask = (library: LibraryName, size: number): Task => {
        const question: HistoryQuestion = { library, size, kind, seeks: options.quick ? 100 : 500 }
        return {
          library: library === slower ? 'playhead' : library,
          label: `${kind}, ${size} in the log: ${library}`,
          run: () => runInNode(script, question),
        }
      }
      const tasks = plan(options).flatMap(([size, libraries]) => libraries.map((library) => ask(library, size)))
      return { tasks: kind === 'travel' ? [...tasks, ...(await searchTasks(options))] : tasks }
    },
  }
}
