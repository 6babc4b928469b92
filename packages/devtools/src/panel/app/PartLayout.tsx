import { IconButton, Tabs, VisuallyHidden } from '@playhead/ui'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { Pane } from './Pane.ts'
import { PaneBody } from './PaneBody.tsx'
import styles from './PartLayout.module.css'
import { Split } from './Split.tsx'

interface PartLayoutProps {
  timeline: ReactNode
  records: ReactNode
  pane: Pane
  paneTitle: string
  onClosePane: () => void
  /** The pane itself. */
  children: ReactNode
}

/**
 * Arranges the parts by the room there is.
 *
 *   wide                     tall                 narrow, or low
 *   ┌──────────────────┐     ┌──────────┐         ┌──────────┐
 *   │ timeline         │     │ timeline │         │ one, with│
 *   ├──────────┬───────┤     ├──────────┤         │ tabs for │
 *   │ records  │ pane  │     │ records  │         │ all three│
 *   └──────────┴───────┘     ├──────────┤         └──────────┘
 *                            │ pane     │
 *                            └──────────┘
 */
export function PartLayout({ timeline, records, pane, paneTitle, onClosePane, children }: PartLayoutProps) {
  const box = useRef<HTMLDivElement>(null)
  const arrangement = useArrangement(box)
  const aside = (
    <section aria-label={paneTitle} className={styles.pane}>
      {pane === 'inspector' ? (
        <VisuallyHidden elementType="h2">{paneTitle}</VisuallyHidden>
      ) : (
        <div className={styles.paneHead}>
          <h2 className={styles.paneTitle}>{paneTitle}</h2>
          <IconButton size="sm" label={`Close ${paneTitle}`} icon={<X />} onPress={onClosePane} />
        </div>
      )}
      <PaneBody label={paneTitle}>{children}</PaneBody>
    </section>
  )
  const list = (
    <section aria-label="Records" className={styles.part}>
      <VisuallyHidden elementType="h2">Records</VisuallyHidden>
      {records}
    </section>
  )
  const tracks = (
    <section aria-label="Timeline" className={styles.part}>
      <VisuallyHidden elementType="h2">Timeline</VisuallyHidden>
      {timeline}
    </section>
  )
  return (
    <div ref={box} className={styles.parts}>
      {arrangement === 'wide' && (
        <Split
          label="Size of the timeline"
          name="timeline"
          direction="rows"
          share={0.4}
          leastPx={[56, 90]}
          first={tracks}
          second={
            <Split
              label="Size of the records"
              name="records"
              direction="columns"
              share={0.5}
              leastPx={[240, 260]}
              first={list}
              second={aside}
            />
          }
        />
      )}
      {arrangement === 'tall' && (
        <Split
          label="Size of the timeline"
          name="timeline-tall"
          direction="rows"
          share={0.28}
          leastPx={[56, 200]}
          first={tracks}
          second={
            <Split
              label="Size of the records"
              name="records-tall"
              direction="rows"
              share={0.5}
              leastPx={[90, 90]}
              first={list}
              second={aside}
            />
          }
        />
      )}
      {arrangement === 'tabs' && (
        <PartTabs pane={pane} paneTitle={paneTitle} tracks={tracks} list={list} aside={aside} />
      )}
    </div>
  )
}

type PartName = 'timeline' | 'records' | 'pane'

function PartTabs({
  pane,
  paneTitle,
  tracks,
  list,
  aside,
}: {
  pane: Pane
  paneTitle: string
  tracks: ReactNode
  list: ReactNode
  aside: ReactNode
}) {
  const [shown, setShown] = useState<PartName>('records')
  const [paneBefore, setPaneBefore] = useState(pane)
  // Whoever chooses a pane wants to see it.
  if (pane !== paneBefore) {
    setPaneBefore(pane)
    setShown('pane')
  }
  return (
    <Tabs<PartName>
      label="Parts of the panel"
      className={styles.tabs}
      value={shown}
      onChange={setShown}
      tabs={[
        { id: 'timeline', label: 'Timeline', content: tracks },
        { id: 'records', label: 'Records', content: list },
        { id: 'pane', label: paneTitle, content: aside },
      ]}
    />
  )
}

type PartArrangement = 'wide' | 'tall' | 'tabs'

function useArrangement(box: { readonly current: HTMLElement | null }): PartArrangement {
  const [arrangement, setArrangement] = useState<PartArrangement>('wide')
  useLayoutEffect(() => {
    const element = box.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const measure = () => setArrangement(arrangementFor(element.clientWidth, element.clientHeight))
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return arrangement
}

/** Side by side takes 640 px, one below another 420 px; with less, one at a time. */
export function arrangementFor(widthPx: number, heightPx: number): PartArrangement {
  if (widthPx >= 640 && heightPx >= 150) return 'wide'
  if (widthPx < 640 && heightPx >= 420 && widthPx >= 400) return 'tall'
  return 'tabs'
}
