import type { Store } from '@playhead/core'
import type { Agent } from '../agent/createAgent.ts'
import type { AttachOptions } from './AttachOptions.ts'
import type { DevtoolsParts } from './DevtoolsParts.ts'

interface Attached {
  readonly name: string
  readonly testImport: string | undefined
  /** Takes it out of the agent, where there is one yet. */
  leave?: () => void
}

/** The stores of a page, and the agent that answers for them, which is loaded when a panel asks. */
export class PageAgents {
  readonly #load: DevtoolsParts['agent']
  readonly #stores = new Map<Store, Attached>()
  #agent: Promise<Agent> | undefined
  #loaded: Agent | undefined

  constructor(load: DevtoolsParts['agent']) {
    this.#load = load
  }

  get isEmpty(): boolean {
    return this.#stores.size === 0
  }

  /** Gives the way to take it out again. A store that is added twice is there once. */
  add(store: Store, { name, testImport }: AttachOptions): () => void {
    const attached: Attached = this.#stores.get(store) ?? { name: name ?? this.#freeName(), testImport }
    this.#stores.set(store, attached)
    if (this.#loaded) this.#tell(this.#loaded)
    return () => {
      if (this.#stores.get(store) !== attached) return
      this.#stores.delete(store)
      attached.leave?.()
    }
  }

  load(): Promise<Agent> {
    this.#agent ??= this.#load().then(
      ({ createAgent }) => {
        const agent = createAgent({ app: appName() })
        this.#loaded = agent
        this.#tell(agent)
        return agent
      },
      (thrown: unknown) => {
        this.#agent = undefined
        throw thrown
      },
    )
    return this.#agent
  }

  #tell(agent: Agent): void {
    for (const [store, attached] of this.#stores) {
      const { name, testImport } = attached
      attached.leave ??= agent.attach(store, { name, ...(testImport !== undefined && { testImport }) })
    }
  }

  #freeName(): string {
    const taken = new Set([...this.#stores.values()].map(({ name }) => name))
    for (let number = 1; ; number++) {
      const name = number === 1 ? 'store' : `store ${number}`
      if (!taken.has(name)) return name
    }
  }
}

/** What the page says that it is: its title may be that of one view. */
function appName(): string {
  const named = document.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content
  return named || document.title || location.host
}
