import { bundle } from '../harness/bundle.ts'
import { runInNode } from '../harness/runInNode.ts'
import type { Suite, Task } from '../harness/Task.ts'
import { worksOf } from './works.ts'

/** Dispatch and notification in Node: what a change costs until its subscribers have been called. */
export const dispatch: Suite = {
  rounds: 5,
  quickRounds: 1,
  async prepare({ quick }) {
    const script = await bundle('measureDispatch.ts')
    const tasks = worksOf({ quick }).flatMap(({ work, kind, size, libraries }) =>
      libraries.map(
        (library): Task => ({
          library,
          label: `${work}: ${library}`,
          run: () => runInNode(script, { work, kind, size, library, quick }),
        }),
      ),
    )
    return { tasks }
  },
}
