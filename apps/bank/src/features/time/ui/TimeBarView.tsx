import { IconButton, SegmentedControl, Slider } from '@playhead/ui'
import { ChevronLeft, ChevronRight, ChevronsRight } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useMemo } from 'react'
import type { TimeAxis } from '../TimePlace.ts'
import { ActivityBackdrop } from './ActivityBackdrop.tsx'
import type { AxisModel } from './AxisModel.ts'
import styles from './TimeBarView.module.css'
import { useEachFrame } from './useEachFrame.ts'
import { useInlineSize } from '../../../layout/useInlineSize.ts'

export interface TimeBarViewProps {
  model: AxisModel
  onAxisChange: (axis: TimeAxis) => void
}

/**
 * Moves the page in time, along one of two axes.
 *
 *   [Booked|Recorded]  Booked up to        ‹  ──────●──────────────────  ›   [⇥ Today]
 *                      Fri, 14 Mar 2025       2024      2025      2026
 */
export function TimeBarView({ model, onAxisChange }: TimeBarViewProps) {
  const { offer, flush } = useEachFrame(model.moveTo)
  const [trackRef, widthPx] = useInlineSize()
  const { ticks: ticksOf } = model
  const ticks = useMemo(() => ticksOf(widthPx), [ticksOf, widthPx])
  const { value, min, max, stepNames } = model
  const isEmpty = max <= min

  return (
    <div className={styles.bar} data-past={model.isPast || undefined}>
      <SegmentedControl
        className={styles.axis}
        size="sm"
        label="Time axis"
        segments={axes}
        value={model.axis}
        onChange={onAxisChange}
      />
      <div className={styles.place}>
        <div className={styles.caption}>{model.caption}</div>
        <div className={styles.title}>{model.title}</div>
      </div>
      <div className={styles.slide}>
        <IconButton
          label={stepNames.back}
          shortcut={stepNames.far}
          icon={<ChevronLeft />}
          isDisabled={value <= min}
          onPress={(event) => model.step(-1, event.shiftKey)}
        />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the keys are the slider's own, stepping by the calendar and not by numbers */}
        <div ref={trackRef} className={styles.track} onKeyDownCapture={(event) => stepByKey(event, model)}>
          <Slider
            label={model.label}
            isLabelHidden
            value={value}
            min={min}
            max={max}
            valueText={model.valueText}
            ticks={ticks}
            tone={model.isPast ? 'time' : 'accent'}
            backdrop={<ActivityBackdrop activity={model.activity} />}
            isDisabled={isEmpty}
            onChange={offer}
            onChangeEnd={(end) => {
              offer(end)
              flush()
            }}
          />
        </div>
        <IconButton
          label={stepNames.forward}
          shortcut={stepNames.far}
          icon={<ChevronRight />}
          isDisabled={value >= max}
          onPress={(event) => model.step(1, event.shiftKey)}
        />
      </div>
      <IconButton
        className={styles.now}
        variant={model.isPast ? 'time' : 'ghost'}
        label={model.isPast ? `Back to ${model.nowName}` : `This is ${model.nowName}`}
        icon={<ChevronsRight />}
        isDisabled={!model.isPast}
        onPress={model.toNow}
      />
    </div>
  )
}

const axes = [
  { value: 'booked', label: 'Booked' },
  { value: 'recorded', label: 'Recorded' },
] as const

/** Arrows step as the buttons do, with Shift or as PageUp and PageDown by the larger step. Home and End are the slider's. */
function stepByKey(event: KeyboardEvent, model: AxisModel): void {
  const step = keySteps[event.key]
  if (!step || event.altKey || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  event.stopPropagation()
  model.step(step.direction, step.isFar || event.shiftKey)
}

const keySteps: Readonly<Record<string, { direction: -1 | 1; isFar: boolean }>> = {
  ArrowLeft: { direction: -1, isFar: false },
  ArrowDown: { direction: -1, isFar: false },
  ArrowRight: { direction: 1, isFar: false },
  ArrowUp: { direction: 1, isFar: false },
  PageDown: { direction: -1, isFar: true },
  PageUp: { direction: 1, isFar: true },
}
