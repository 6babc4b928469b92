import { IconButton, SegmentedControl } from '@playhead/ui'
import { Clock, GitCommitHorizontal, Maximize2, Minus, Plus, Repeat2, Table2, X } from 'lucide-react'
import { memo } from 'react'
import { arrangement } from '../model/arrangement.ts'
import { panel } from '../model/panelActions.ts'
import { useActions, useSelector } from '../model/panelStore.ts'
import { useCell } from './engine/Cell.ts'
import type { TimelineEngine } from './engine/TimelineEngine.ts'
import { LegendButton } from './LegendButton.tsx'
import styles from './TimelineToolbar.module.css'

/** What the tracks are, what lies along them, and how near it is. */
export const TimelineToolbar = memo(function TimelineToolbar({
  engine,
  isTable,
  onTable,
}: {
  engine: TimelineEngine
  isTable: boolean
  onTable: (isTable: boolean) => void
}) {
  const { tracks, axis, loop } = useSelector(arrangement)
  const { tracksChosen, axisChosen, loopChosen } = useActions(panel)
  const { showsAll } = useCell(engine.telling.status)
  return (
    <div className={styles.toolbar} role="toolbar" aria-label="Timeline">
      <SegmentedControl
        className={styles.choice}
        label="Tracks"
        size="sm"
        value={tracks}
        onChange={tracksChosen}
        segments={[
          { value: 'slice', label: 'Slice' },
          { value: 'effect', label: 'Effect' },
          { value: 'origin', label: 'Origin' },
        ]}
      />
      <SegmentedControl
        className={styles.choice}
        label="Axis"
        size="sm"
        isIconOnly
        value={axis}
        onChange={axisChosen}
        segments={[
          { value: 'offset', label: 'By offset', icon: <GitCommitHorizontal size={14} /> },
          { value: 'time', label: 'By recorded time', icon: <Clock size={14} /> },
        ]}
      />
      {loop && (
        <span className={styles.loop}>
          <Repeat2 size={12} aria-hidden="true" />
          <span className={styles.loopText}>
            {loop.from.toLocaleString()} – {loop.to.toLocaleString()}
          </span>
          <button type="button" className={styles.loopOff} aria-label="No loop" onClick={() => loopChosen(undefined)}>
            <X size={12} aria-hidden="true" />
          </button>
        </span>
      )}
      <span className={styles.space} />
      <LegendButton />
      <IconButton
        size="sm"
        label={isTable ? 'Hide the table' : 'Show as a table'}
        icon={<Table2 size={14} />}
        aria-pressed={isTable}
        onPress={() => onTable(!isTable)}
      />
      <span className={styles.zoom}>
        <span className={styles.nearer}>
          <IconButton
            size="sm"
            label="Zoom out"
            shortcut="-"
            icon={<Minus size={14} />}
            onPress={() => engine.zoom(0.5)}
          />
          <IconButton size="sm" label="Zoom in" shortcut="+" icon={<Plus size={14} />} onPress={() => engine.zoom(2)} />
        </span>
        <IconButton
          size="sm"
          label="Show all"
          shortcut="0"
          icon={<Maximize2 size={13} />}
          isDisabled={showsAll}
          onPress={() => engine.camera.glideToAll()}
        />
      </span>
    </div>
  )
})
