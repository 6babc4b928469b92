import type { AgentConnection } from '../../protocol/connectPanel.ts'
import { connectPanel } from '../../protocol/connectPanel.ts'
import type { CallHandlers, FeedHandlers } from '../../protocol/serveAgent.ts'
import { serveAgent } from '../../protocol/serveAgent.ts'
import { inPageWires } from '../../transport/inPageWires.ts'

/** An agent that answers what a story or a test tells it to; everything else is refused. */
export function scriptedAgent(script: {
  readonly calls?: Partial<CallHandlers>
  readonly feeds?: Partial<FeedHandlers>
}): AgentConnection {
  const [panel, app] = inPageWires()
  serveAgent(app, (script.calls ?? {}) as CallHandlers, (script.feeds ?? {}) as FeedHandlers)
  return connectPanel(panel)
}
