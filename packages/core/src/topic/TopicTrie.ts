/**
 * Patterns by their words, so that all that fit a topic are found in one walk over its words,
 * however many patterns there are.
 *
 * ```
 *   bank.*.opened    bank.#    #
 *
 *   root ─ bank ─ * ─ opened ●
 *        │      └ # ●
 *        └ # ●
 * ```
 *
 * The walk keeps the set of nodes at which it may be, as an automaton does, so a node is seen
 * once a word: no pattern is exponential. RabbitMQ holds its bindings in such a trie.
 */
export class TopicTrie<T> {
  readonly #root: Node<T> = newNode(false)
  #added = 0
  #step = 0
  #size = 0

  /** How many values there are. */
  get size(): number {
    return this.#size
  }

  /** Adds a value under a pattern, given as its words. Gives the way to remove it. */
  add(pattern: readonly string[], value: T): () => void {
    let node = this.#root
    for (const word of pattern) {
      let next = node.words.get(word)
      if (!next) {
        next = newNode(word === '#')
        node.words.set(word, next)
      }
      node = next
    }
    const entry: Entry<T> = { value, order: this.#added++ }
    node.entries.add(entry)
    this.#size++
    return () => {
      if (!node.entries.delete(entry)) return
      this.#size--
      prune(this.#root, pattern, 0)
    }
  }

  /** The values of all patterns that a topic fits, given as its words, in the order in which they were added. */
  match(topic: readonly string[]): readonly T[] {
    let nodes: Node<T>[] = []
    this.#visit(this.#root, nodes, ++this.#step)
    for (const word of topic) {
      const step = ++this.#step
      const next: Node<T>[] = []
      for (const node of nodes) {
        // A `#` takes this word too, and stays.
        if (node.isHash) this.#visit(node, next, step)
        const same = node.words.get(word)
        // A topic may have the words `*` and `#`; for patterns they are words like any other.
        if (same && word !== '*' && word !== '#') this.#visit(same, next, step)
        const any = node.words.get('*')
        if (any) this.#visit(any, next, step)
      }
      nodes = next
      if (nodes.length === 0) return []
    }
    const found: Entry<T>[] = []
    for (const node of nodes) found.push(...node.entries)
    if (found.length > 1) found.sort((a, b) => a.order - b.order)
    return found.map(({ value }) => value)
  }

  /** A node that is reached, and those behind a `#` that takes no word. */
  #visit(node: Node<T>, into: Node<T>[], step: number): void {
    for (let reached: Node<T> | undefined = node; reached && reached.seen !== step; reached = reached.words.get('#')) {
      reached.seen = step
      into.push(reached)
    }
  }
}

interface Entry<T> {
  readonly value: T
  readonly order: number
}

interface Node<T> {
  readonly words: Map<string, Node<T>>
  readonly entries: Set<Entry<T>>
  /** Whether the word that leads here is `#`. */
  readonly isHash: boolean
  /** The step of the walk that reached it last. */
  seen: number
}

const newNode = <T>(isHash: boolean): Node<T> => ({ words: new Map(), entries: new Set(), isHash, seen: 0 })

/** Removes the nodes of a pattern that hold nothing any more. Answers whether `node` is one of them. */
function prune<T>(node: Node<T>, pattern: readonly string[], at: number): boolean {
  const word = pattern[at]
  if (word !== undefined) {
    const next = node.words.get(word)
    if (next && prune(next, pattern, at + 1)) node.words.delete(word)
  }
  return node.words.size === 0 && node.entries.size === 0
}
