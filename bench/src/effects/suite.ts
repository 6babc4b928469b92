import { bundle } from '../harness/bundle.ts'
import { runInNode } from '../harness/runInNode.ts'
import type { Suite, Task } from '../harness/Task.ts'
import { works } from './works.ts'

/** Effects in Node: what it costs that an action leads to another. */
export const effects: Suite = {
  rounds: 5,
  quickRounds: 1,
  async prepare({ quick }) {
    const script = await bundle('measureEffects.ts')
    const tasks = works.flatMap(({ work, kind, effects, libraries }) =>
      libraries.map(
        (library): Task => ({
          library,
          label: `${work}: ${library}`,
          run: () => runInNode(script, { work, kind, effects, library, quick }),
        }),
      ),
    )
    return { tasks }
  },
}
