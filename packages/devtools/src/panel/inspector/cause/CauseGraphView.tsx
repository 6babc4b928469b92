import type { KeyboardEvent } from 'react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import type { CauseGraph } from '../../../protocol/calls.ts'
import styles from './CauseGraphView.module.css'
import { CauseNodeView } from './CauseNodeView.tsx'
import type { GraphNode } from './causeNodes.ts'
import { causeNodes, FIRST_BOUNDS, MOST_BOUNDS } from './causeNodes.ts'
import { layOutCauses, neighbour } from './layOutCauses.ts'

export interface CauseGraphViewProps {
  readonly graph: CauseGraph
  readonly onTravel: (to: number) => void
}

/** Below this many pixels the graph goes down instead of across. */
const ACROSS_MIN = 620

/** Causes from left to right, or from top to bottom where it is narrow. Arrows go from node to node, Enter travels there. */
export function CauseGraphView({ graph, onTravel }: CauseGraphViewProps) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [bounds, setBounds] = useState(FIRST_BOUNDS)
  const [active, setActive] = useState<string>()
  const self = graph.self.id

  useEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const orientation = width >= ACROSS_MIN ? 'across' : 'down'
  const layout = layOutCauses(causeNodes(graph, bounds), orientation, width)
  const stop = layout.nodes.some(({ node }) => node.id === active) ? active : self

  const center = useEffectEvent(() => {
    const placed = layout.nodes.find(({ node }) => node.id === self)
    if (!placed || !box.current) return
    box.current.scrollLeft = placed.x - (box.current.clientWidth - placed.width) / 2
    box.current.scrollTop = placed.y - (box.current.clientHeight - placed.height) / 2
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: for another record, and another way to lay it out
  useEffect(() => center(), [self, orientation])

  const choose = (node: GraphNode) => {
    const to = placeOf(node)
    if (to !== undefined) onTravel(to)
    else if (node.kind === 'more' && node.canShow) setBounds(MOST_BOUNDS)
  }
  const press = (event: KeyboardEvent, node: GraphNode) => {
    const to = neighbour(layout, node.id, event.key, orientation)
    if (!to) return
    event.preventDefault()
    event.stopPropagation()
    setActive(to.node.id)
    box.current?.querySelector<HTMLElement>(`[data-node="${CSS.escape(to.node.id)}"]`)?.focus()
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are in it
    <div ref={box} className={styles.graph} role="group" aria-label="Graph of causes">
      <div className={styles.canvas} style={{ inlineSize: layout.width, blockSize: layout.height }}>
        <svg className={styles.edges} width={layout.width} height={layout.height} aria-hidden="true">
          {layout.edges.map(({ id, path }) => (
            <path key={id} d={path} />
          ))}
        </svg>
        {layout.nodes.map(({ node, x, y, width: inlineSize, height }) => (
          <button
            key={node.id}
            type="button"
            className={styles.node}
            data-node={node.id}
            data-kind={node.kind}
            data-self={node.id === self || undefined}
            aria-current={node.id === self || undefined}
            aria-disabled={placeOf(node) === undefined && !(node.kind === 'more' && node.canShow)}
            tabIndex={node.id === stop ? 0 : -1}
            style={{ left: x, top: y, inlineSize, blockSize: height }}
            onClick={() => choose(node)}
            onFocus={() => setActive(node.id)}
            onKeyDown={(event) => press(event, node)}
          >
            <CauseNodeView node={node} selfTime={graph.self.time} />
          </button>
        ))}
      </div>
    </div>
  )
}

/** Where a press on a node goes; a run is looked at where it was started. */
function placeOf(node: GraphNode): number | undefined {
  if (node.kind === 'record') return node.record.offset
  return node.kind === 'run' ? node.details?.startedBy : undefined
}
