import type { TimelineAxis } from '../../protocol/calls.ts'
import { panel } from '../model/panelActions.ts'
import { useActions } from '../model/panelStore.ts'
import { useCell } from './engine/Cell.ts'
import type { VisibleRecords } from './engine/shown.ts'
import type { TimelineEngine } from './engine/TimelineEngine.ts'
import { momentText } from './timeTexts.ts'
import styles from './VisibleTable.module.css'

/** What is in sight as a table: the records one by one where they can be told apart, else how many each track has. */
export function VisibleTable({
  engine,
  axis,
  chosen,
}: {
  engine: TimelineEngine
  axis: TimelineAxis
  chosen: number | undefined
}) {
  const visible = useCell(engine.telling.visible)
  if (!visible) return null
  const { from, to } = visible.view
  const range =
    axis === 'time'
      ? `${momentText(from)} – ${momentText(to)}`
      : `${Math.max(0, Math.ceil(from)).toLocaleString()} – ${Math.floor(to).toLocaleString()}`
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keys
    <section className={styles.table} tabIndex={0} aria-label="What is in sight, as a table">
      <table>
        <caption className={styles.caption}>In sight: {range}</caption>
        {visible.records ? (
          <Records records={visible.records} chosen={chosen} engine={engine} />
        ) : (
          <Tracks tracks={visible.tracks} />
        )}
      </table>
    </section>
  )
}

function Records({
  records,
  chosen,
  engine,
}: {
  records: NonNullable<VisibleRecords['records']>
  chosen: number | undefined
  engine: TimelineEngine
}) {
  const { recordChosen } = useActions(panel)
  return (
    <>
      <thead>
        <tr>
          <th scope="col" data-figure="">
            Offset
          </th>
          <th scope="col">Type</th>
          <th scope="col">Track</th>
          <th scope="col">Time</th>
          <th scope="col">Failed</th>
          <th scope="col">Go</th>
        </tr>
      </thead>
      <tbody>
        {records.map(({ offset, type, track, time, failed }) => (
          <tr key={`${offset} ${track}`} data-chosen={offset === chosen || undefined}>
            <td data-figure="">
              <button
                type="button"
                aria-pressed={offset === chosen}
                aria-label={`Choose record ${offset.toLocaleString()}`}
                onClick={() => recordChosen(offset)}
              >
                {offset.toLocaleString()}
              </button>
            </td>
            <td>{type}</td>
            <td>{track}</td>
            <td>{momentText(time)}</td>
            <td>{failed ? 'yes' : ''}</td>
            <td>
              <button
                type="button"
                aria-label={`Travel to record ${offset.toLocaleString()}`}
                onClick={() => engine.travel(offset)}
              >
                Travel
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </>
  )
}

function Tracks({ tracks }: { tracks: VisibleRecords['tracks'] }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Track</th>
          <th scope="col" data-figure="">
            Records
          </th>
          <th scope="col" data-figure="">
            Failed
          </th>
        </tr>
      </thead>
      <tbody>
        {tracks.map(({ track, label, records, failed }) => (
          <tr key={track}>
            <th scope="row">{label}</th>
            <td data-figure="">{records.toLocaleString()}</td>
            <td data-figure="">{failed.toLocaleString()}</td>
          </tr>
        ))}
      </tbody>
    </>
  )
}
