import type { Agent, AgentOptions } from '../agent/createAgent.ts'

/**
 * How what it takes to show a panel is loaded. Both entries of the package give it, each with its own `import()`: one that stood
 * in a file which both share would bring the agent into bundles that have dropped everything else.
 */
export interface DevtoolsParts {
  agent(): Promise<{ createAgent(options: AgentOptions): Agent }>
  /** The text of the panel's bundle. */
  panel(): Promise<{ readonly source: string }>
}
