import type { Dispatchable, LogRecord, Store } from '@playhead/core'
import { stringify } from '@playhead/core'
import type { Agent } from '@playhead/devtools'
import { createAgent } from '@playhead/devtools'
import type { Channel } from '../channel/channelWire.ts'
import { serveChannel } from '../channel/channelWire.ts'
import type { CodeAsked, CodeTold, SeekTold, StoryTold } from '../channel/events.ts'
import { EVENTS } from '../channel/events.ts'
import type { InteractionCall } from './interactionLabel.ts'
import { INTERACTION, interactionLabel } from './interactionLabel.ts'
import type { PlayheadParameter, StoryPlace } from './PlayheadParameter.ts'
import type { Kept } from './StoryStore.ts'
import { StoryStore } from './StoryStore.ts'
import { storyCode } from './storyCode.ts'
import { notMade } from './storyProblems.ts'

/** What is known of a story when its store is made. */
export interface StoryShown {
  readonly id: string
  readonly title: string
  readonly parameter: PlayheadParameter
  readonly hasPlay: boolean
  /** Where the toolbar parks it; `undefined` where the story says. */
  readonly at: StoryPlace | undefined
}

interface Shown {
  readonly story: StoryShown
  readonly opened: StoryStore
  readonly detach: () => void
  at: StoryShown['at']
}

/**
 * The stores of the stories that are shown, each for the element that it is shown in: a page of documentation shows
 * several. Tells the manager of the newest.
 */
export class StoryStores {
  readonly #agent: Agent
  readonly #channel: Channel | undefined
  readonly #shown = new Map<object, Shown>()
  #newest: Shown | undefined
  /** The story that was left last. It may come again at once: its code was edited. */
  #left: Shown | undefined
  #told: StoryTold | undefined
  /** Calls in the `play` of the story that is shown, by their ids. */
  readonly #calls = new Map<string, InteractionCall>()
  /** Where stories with a `play` are parked when it has run. */
  readonly #returnTo = new WeakMap<StoryStore, Kept['at']>()

  /** @param channel none outside of Storybook */
  constructor(channel: Channel | undefined) {
    this.#channel = channel
    this.#agent = createAgent({ app: 'Storybook' })
    if (!channel) return
    serveChannel(channel, {
      sends: EVENTS.toPanel,
      hears: EVENTS.toAgent,
      serve: (wire) => this.#agent.serve(wire),
    })
    channel.on(EVENTS.asked, () => this.#told && channel.emit(EVENTS.story, this.#told))
    channel.on(EVENTS.seek, ({ storyId, to }: SeekTold) => void this.#openOf(storyId)?.park(to))
    channel.on(EVENTS.codeAsked, (asked: CodeAsked) => {
      const opened = this.#openOf(asked.storyId)
      if (!opened) return
      const { storyId, name } = asked
      channel.emit(EVENTS.codeGiven, { storyId, name, code: storyCode(opened.keep(), asked) } satisfies CodeTold)
    })
    channel.on(INTERACTION, (call: InteractionCall) => {
      this.#calls.set(call.id, call)
      if (!call.interceptable || call.method === 'step' || (call.status !== 'done' && call.status !== 'error')) return
      this.#openOf(call.storyId)?.interacted(interactionLabel(call, this.#calls), call.status === 'error')
    })
    channel.on(STORY_THREW, (thrown: { readonly message?: string }) => this.#newest?.opened.threw(thrown))
    channel.emit(EVENTS.previewLoaded)
  }

  /**
   * The store of the story in an element: the one that is there, or a new one. `undefined` where it asks for none.
   *
   * @throws whatever the story's own `store` throws
   */
  async open(element: object, story: StoryShown): Promise<Store | undefined> {
    const there = this.#shown.get(element)
    if (there?.story.id === story.id) {
      if (there.at !== story.at) {
        there.at = story.at
        await there.opened.park(story.at ?? story.parameter.at ?? 'live')
      }
      return there.opened.store
    }
    if (there) await this.close(element)
    const { parameter, at, id } = story
    const { store } = parameter
    if (!store) {
      this.#tell({ storyId: id, hasStore: false, steps: [], problems: [] })
      return undefined
    }
    this.#calls.clear()
    const kept = this.#keptOf(story)
    // What `play` did it does again, and then there is a place to return to.
    const begins = story.hasPlay ? undefined : kept
    const opened = await StoryStore.open(id, { ...parameter, store, ...(at !== undefined && { at }) }, begins).catch(
      (thrown: unknown) => {
        this.#tell({ storyId: id, hasStore: false, steps: [], problems: [notMade(id, messageOf(thrown))] })
        throw thrown
      },
    )
    if (story.hasPlay && kept) this.#returnTo.set(opened, kept.at)
    const shown = { story, opened, at, detach: this.#agent.attach(opened.store, { name: story.title }) }
    this.#shown.set(element, shown)
    this.#newest = shown
    opened.onChange(() => this.#tellOf(shown))
    this.#tellOf(shown)
    return opened.store
  }

  of(element: object): StoryStore | undefined {
    return this.#shown.get(element)?.opened
  }

  /** `play` has run: a story whose code was edited returns to its place. */
  async played(element: object): Promise<void> {
    const opened = this.of(element)
    if (!opened) return
    const at = this.#returnTo.get(opened)
    if (at === undefined || at === 'live') return
    this.#returnTo.delete(opened)
    if (at <= opened.store.timeline.playhead.head) await opened.park(at)
  }

  async close(element: object): Promise<void> {
    const shown = this.#shown.get(element)
    if (!shown) return
    this.#shown.delete(element)
    this.#left = shown
    if (this.#newest === shown) this.#newest = undefined
    shown.detach()
    await shown.opened.close()
  }

  #openOf(storyId: string): StoryStore | undefined {
    return this.#newest?.story.id === storyId ? this.#newest.opened : undefined
  }

  /**
   * Where a story was, if it comes back because code was edited: its `store` is another function then, as its file
   * was run again. What the story itself says of its past is as it was.
   */
  #keptOf({ id, parameter }: StoryShown): Kept | undefined {
    const left = this.#left
    this.#left = undefined
    if (left?.story.id !== id || left.story.parameter.store === parameter.store) return undefined
    return pastOf(left.story.parameter) === pastOf(parameter) ? left.opened.keep() : undefined
  }

  #tellOf(shown: Shown): void {
    if (this.#newest !== shown) return
    const { story, opened } = shown
    this.#tell({ storyId: story.id, hasStore: true, steps: [...opened.steps], problems: [...opened.problems] })
  }

  #tell(told: StoryTold): void {
    this.#told = told
    this.#channel?.emit(EVENTS.story, told)
  }
}

/** Storybook's own event: a story could not be drawn. */
const STORY_THREW = 'storyThrewException'

/** What a story says of its past, to compare. What the codec cannot write is another one each time. */
function pastOf({ records = [], at }: PlayheadParameter): string | symbol {
  try {
    return stringify({ at, records: records.map(plain) })
  } catch {
    return Symbol('not comparable')
  }
}

/** An action that makes its payload does so in the store. */
const plain = (each: Dispatchable | LogRecord): object =>
  Object.fromEntries(Object.entries(each).filter(([, value]) => typeof value !== 'function'))

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown))
