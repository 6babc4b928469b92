import type { ActionInfo } from '../action/ActionInfo.ts'
import type { Trigger } from '../action/Trigger.ts'
import { isTopic } from './isTopic.ts'
import { ROUTES_MAX } from './routesMax.ts'
import { TopicTrie } from './TopicTrie.ts'
import { WORDS } from './topic.ts'
import { ownTopic, topicOfType } from './topicOf.ts'
import { topicWords } from './topicWords.ts'

interface Routed {
  readonly type: string
  readonly payload?: unknown
}

/**
 * Who listens to a record: values by the triggers they were added with, found by type and by
 * topic in one look-up, however many there are.
 *
 * The answer for a type is remembered, and so is that for a topic where an action has topics
 * of its own. Where no pattern was added, topics are not made at all.
 */
export class TriggerRoutes<T> {
  readonly #infoOf: (type: string) => ActionInfo | undefined
  readonly #byType = new Map<string, Set<Entry<T>>>()
  readonly #patterns = new TopicTrie<Entry<T>>()
  readonly #ofType = new Map<string, readonly T[]>()
  readonly #ofTopic = new Map<string, readonly T[]>()
  #added = 0

  constructor(infoOf: (type: string) => ActionInfo | undefined) {
    this.#infoOf = infoOf
  }

  /** Adds a value for one or several triggers. It is found once where several of them fit. Gives the way to remove it. */
  add(trigger: Trigger | readonly Trigger[], value: T): () => void {
    const entry: Entry<T> = { value, order: this.#added++ }
    const triggers: readonly Trigger[] = Array.isArray(trigger) ? trigger : [trigger as Trigger]
    const removals = triggers.map((each) =>
      isTopic(each) ? this.#patterns.add(each[WORDS], entry) : this.#addType(each.type, entry),
    )
    this.#forget()
    return () => {
      for (const remove of removals) remove()
      this.#forget()
    }
  }

  /**
   * The values whose trigger fits, in the order in which they were added.
   *
   * @throws PlayheadError `topic/bad-word`, `topic/failed` where the record's own topic cannot be made
   */
  of(record: Routed): readonly T[] {
    const { type } = record
    const known = this.#ofType.get(type)
    if (known) return known
    const info = this.#patterns.size > 0 ? this.#infoOf(type) : undefined
    if (!info?.topic) return this.#remember(this.#ofType, type, this.#find(type, topicOfType(type)))
    const topic = ownTopic(record, info)
    // The length says where the topic ends: types may hold any text.
    const key = `${topic.length} ${topic}${type}`
    return this.#ofTopic.get(key) ?? this.#remember(this.#ofTopic, key, this.#find(type, topic))
  }

  #addType(type: string, entry: Entry<T>): () => void {
    const entries = this.#byType.get(type) ?? new Set()
    this.#byType.set(type, entries.add(entry))
    return () => {
      entries.delete(entry)
      if (entries.size === 0 && this.#byType.get(type) === entries) this.#byType.delete(type)
    }
  }

  #find(type: string, topic: string): readonly T[] {
    const found = new Set(this.#byType.get(type))
    if (this.#patterns.size > 0) for (const entry of this.#patterns.match(topicWords(topic))) found.add(entry)
    return [...found].sort((a, b) => a.order - b.order).map(({ value }) => value)
  }

  #remember(routes: Map<string, readonly T[]>, key: string, values: readonly T[]): readonly T[] {
    // Types of a running program are few; its topics, and the types of a hostile log, need not be.
    if (routes.size >= ROUTES_MAX) routes.clear()
    routes.set(key, values)
    return values
  }

  #forget(): void {
    this.#ofType.clear()
    this.#ofTopic.clear()
  }
}

interface Entry<T> {
  readonly value: T
  readonly order: number
}
