import { bundle } from '../harness/bundle.ts'
import { runInNode } from '../harness/runInNode.ts'
import type { Suite, Task } from '../harness/Task.ts'
import type { AdopterName } from './adopters.ts'

export interface AdoptQuestion {
  readonly library: AdopterName
  /** Actions behind the first one that is measured. */
  readonly size: number
}

const libraries: readonly AdopterName[] = ['playhead', 'redux devtools instrument', 'limit: redux without a history']

/** A history for a Redux store that exists: what it costs to dispatch, and to keep. */
export const adopt: Suite = {
  rounds: 5,
  quickRounds: 1,
  async prepare({ quick }) {
    const script = await bundle('measureAdopt.ts')
    const sizes = quick ? [100, 10_000] : [100, 10_000, 100_000]
    const tasks = sizes.flatMap((size) =>
      libraries.map(
        (library): Task => ({
          library,
          label: `${size} in the log: ${library}`,
          run: () => runInNode(script, { library, size } satisfies AdoptQuestion),
        }),
      ),
    )
    return { tasks }
  },
}
