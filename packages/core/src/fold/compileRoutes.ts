import type { ActionInfo } from '../action/ActionInfo.ts'
import { infoOf } from '../action/registry.ts'
import type { Reduce, SliceProgram } from '../slice/Slice.ts'
import { ROUTES_MAX } from '../topic/routesMax.ts'
import { TopicTrie } from '../topic/TopicTrie.ts'
import { WORDS } from '../topic/topic.ts'
import { ownTopic, topicOfType } from '../topic/topicOf.ts'
import { topicWords } from '../topic/topicWords.ts'
import { voided } from '../undo/voided.ts'

/** What folds a record. */
export interface Route {
  /** Records of a newer version are kept and not folded: their payload has a shape unknown here. */
  readonly versionMax: number
  readonly steps: readonly { readonly slice: string; readonly reduce: Reduce }[]
}

interface Routed {
  readonly type: string
  readonly payload?: unknown
}

/** A slice by name, with its reducers. */
export interface NamedProgram {
  readonly name: string
  readonly program: SliceProgram
}

/**
 * The way of each record to the slices that listen to its type or its topic. Remembered by type,
 * and by topic for actions that make topics of their own, so a record costs the same with one
 * slice and with a hundred. Where no slice listens to topics, none is made.
 */
export function compileRoutes(
  programs: readonly NamedProgram[],
  infos: ReadonlyMap<string, ActionInfo>,
): (record: Routed) => Route {
  const byType = new Map<string, Route>()
  const byTopic = new Map<string, Route>()
  const patterns = new TopicTrie<{ readonly name: string; readonly reduce: Reduce }>()
  for (const { name, program } of programs) {
    for (const { topic, reduce } of program.topicCases) patterns.add(topic[WORDS], { name, reduce })
  }

  // A slice that listens to a type brings its definition; one that listens to topics brings none.
  const definitionOf = (type: string) => infos.get(type) ?? (patterns.size > 0 ? infoOf(type) : undefined)
  const versionMaxOf = (type: string) => definitionOf(type)?.version ?? Number.POSITIVE_INFINITY

  const routeFor = (type: string, topic: string): Route => {
    // It takes state to another place, and is no step for anybody.
    if (type === voided.type) return { versionMax: Number.POSITIVE_INFINITY, steps: [] }
    const fitting = patterns.size > 0 ? patterns.match(topicWords(topic)) : []
    const steps = programs.flatMap(({ name, program }) => {
      const ofType = program.cases.get(type) ?? program.every
      const reducers = fitting.filter((each) => each.name === name).map(({ reduce }) => reduce)
      if (ofType) reducers.unshift(ofType)
      const [first, ...others] = reducers
      return first ? [{ slice: name, reduce: others.length > 0 ? inTurn(reducers) : first }] : []
    })
    return { versionMax: versionMaxOf(type), steps }
  }

  const remember = (routes: Map<string, Route>, key: string, route: Route): Route => {
    // Types of a running program are few; its topics, and the types of a hostile log, need not be.
    if (routes.size < ROUTES_MAX) routes.set(key, route)
    return route
  }

  /** A record of others, whose topic cannot be made: for slices that listen to topics it is as if their case had thrown. */
  const withoutTopic = (type: string, thrown: unknown): Route => {
    const fail = () => {
      throw thrown
    }
    const steps = programs.flatMap(({ name, program }) => {
      const reduce = program.topicCases.length > 0 ? fail : (program.cases.get(type) ?? program.every)
      return reduce ? [{ slice: name, reduce }] : []
    })
    return { versionMax: versionMaxOf(type), steps }
  }

  const ofTopic = (record: Routed, info: ActionInfo): Route => {
    const { type } = record
    let topic: string
    try {
      topic = ownTopic(record, info)
    } catch (thrown) {
      return withoutTopic(type, thrown)
    }
    // The length says where the topic ends: types may hold any text.
    const key = `${topic.length} ${topic}${type}`
    return byTopic.get(key) ?? remember(byTopic, key, routeFor(type, topic))
  }

  return (record) => {
    const { type } = record
    const known = byType.get(type)
    if (known) return known
    const info = patterns.size > 0 ? definitionOf(type) : undefined
    return info?.topic ? ofTopic(record, info) : remember(byType, type, routeFor(type, topicOfType(type)))
  }
}

/** Several cases of one slice are one step of it: if one throws, none has folded the record. */
const inTurn =
  (reducers: readonly Reduce[]): Reduce =>
  (state, record) =>
    reducers.reduce((now, reduce) => reduce(now, record), state)
