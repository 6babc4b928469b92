import { IconButton, SegmentedControl, Slider } from '@playhead/ui'
import { ChevronLeft, ChevronRight, ChevronsRight, Pause, Play } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { memo, useMemo } from 'react'
import { useInlineSize } from '../../../layout/useInlineSize.ts'
import { useStable } from '../../../layout/useStable.ts'
import type { PlaySpeed } from '../playSpeeds.ts'
import { nextSpeed } from '../playSpeeds.ts'
import type { TimeAxis } from '../TimePlace.ts'
import { ActivityBackdrop } from './ActivityBackdrop.tsx'
import type { AxisModel } from './AxisModel.ts'
import styles from './TimeBarView.module.css'
import { useEachFrame } from './useEachFrame.ts'

export interface TimeBarViewProps {
  model: AxisModel
  onAxisChange: (axis: TimeAxis) => void
}

/**
 * Moves the page in time, along one of two axes.
 *
 *   [Booked|Recorded]  Booked up to        ‹  ──────●──────────────────  ›   [»]
 *                      Fri, 14 Mar 2025       2024      2025      2026
 *
 * The recorded axis can be played as well: [▷] [4×] stand before its slider.
 *
 * All of it but the thumb and its words is drawn only when it changes: it is dragged at sixty frames a second.
 */
export function TimeBarView({ model, onAxisChange }: TimeBarViewProps) {
  const { value, min, max, axis, isPast, stepNames, activity, playback } = model
  const { offer, flush } = useEachFrame(model.moveTo)
  const [trackRef, widthPx] = useInlineSize()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the marks of an axis follow from its ends
  const ticks = useMemo(() => model.ticks(widthPx), [axis, min, max, widthPx])
  const backdrop = useMemo(() => <ActivityBackdrop activity={activity} />, [activity])
  const step = useStable(model.step)
  const toNow = useStable(model.toNow)
  const changeAxis = useStable(onAxisChange)
  const play = {
    onToggle: useStable(() => playback?.toggle()),
    onSpeed: useStable((speed: PlaySpeed) => playback?.changeSpeed(speed)),
  }

  return (
    <div className={styles.bar} data-past={isPast || undefined}>
      <AxisSwitch axis={axis} onChange={changeAxis} />
      <div className={styles.place}>
        <div className={styles.caption}>{model.caption}</div>
        <div className={styles.title}>{model.title}</div>
      </div>
      <div className={styles.slide}>
        {playback && (
          <PlayButtons isPlaying={playback.isPlaying} speed={playback.speed} isDisabled={max < 0} {...play} />
        )}
        <StepButton direction={-1} label={stepNames.back} far={stepNames.far} isDisabled={value <= min} onStep={step} />
        {/* The keys are the slider's own, but step by the calendar and not by numbers. */}
        <div
          ref={trackRef}
          className={styles.track}
          onKeyDownCapture={(event) => moveByKey(event, step, playback && play.onToggle)}
        >
          <Slider
            label={model.label}
            isLabelHidden
            value={value}
            min={min}
            max={max}
            valueText={model.valueText}
            ticks={ticks}
            tone={isPast ? 'time' : 'accent'}
            backdrop={backdrop}
            isDisabled={max <= min}
            onChange={offer}
            onChangeEnd={(end) => {
              offer(end)
              flush()
            }}
          />
        </div>
        <StepButton
          direction={1}
          label={stepNames.forward}
          far={stepNames.far}
          isDisabled={value >= max}
          onStep={step}
        />
      </div>
      <NowButton isPast={isPast} name={model.nowName} onPress={toNow} />
    </div>
  )
}

const axes = [
  { value: 'booked', label: 'Booked' },
  { value: 'recorded', label: 'Recorded' },
] as const

interface AxisSwitchProps {
  axis: TimeAxis
  onChange: (axis: TimeAxis) => void
}

const AxisSwitch = memo(function AxisSwitch({ axis, onChange }: AxisSwitchProps) {
  return (
    <SegmentedControl
      className={styles.axis}
      size="sm"
      label="Time axis"
      segments={axes}
      value={axis}
      onChange={onChange}
    />
  )
})

interface StepButtonProps {
  direction: -1 | 1
  label: string
  /** How far it goes with Shift. */
  far: string
  isDisabled: boolean
  onStep: AxisModel['step']
}

const StepButton = memo(function StepButton({ direction, label, far, isDisabled, onStep }: StepButtonProps) {
  return (
    <IconButton
      label={label}
      shortcut={far}
      icon={direction < 0 ? <ChevronLeft /> : <ChevronRight />}
      isDisabled={isDisabled}
      onPress={(event) => onStep(direction, event.shiftKey)}
    />
  )
})

interface PlayButtonsProps {
  isPlaying: boolean
  speed: PlaySpeed
  isDisabled: boolean
  onToggle: () => void
  onSpeed: (speed: PlaySpeed) => void
}

const PlayButtons = memo(function PlayButtons({ isPlaying, speed, isDisabled, onToggle, onSpeed }: PlayButtonsProps) {
  const next = nextSpeed(speed)
  return (
    <>
      <IconButton
        label={isPlaying ? 'Pause' : 'Play'}
        shortcut="Space"
        icon={isPlaying ? <Pause /> : <Play />}
        isDisabled={isDisabled}
        onPress={onToggle}
      />
      <IconButton
        label={`Speed ${speed}×`}
        shortcut={`Press: ${next}×`}
        icon={<span className={styles.speed}>{speed}×</span>}
        isDisabled={isDisabled}
        onPress={() => onSpeed(next)}
      />
    </>
  )
})

interface NowButtonProps {
  isPast: boolean
  name: string
  onPress: () => void
}

const NowButton = memo(function NowButton({ isPast, name, onPress }: NowButtonProps) {
  return (
    <IconButton
      className={styles.now}
      variant={isPast ? 'time' : 'ghost'}
      label={isPast ? `Back to ${name}` : `This is ${name}`}
      icon={<ChevronsRight />}
      isDisabled={!isPast}
      onPress={onPress}
    />
  )
})

/**
 * Arrows step as the buttons do, with Shift or as PageUp and PageDown by the larger step. Space plays and pauses. Home
 * and End are the slider's.
 */
function moveByKey(event: KeyboardEvent, step: AxisModel['step'], togglePlay: (() => void) | undefined): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return
  const key = keySteps[event.key]
  const plays = event.key === ' ' && togglePlay !== undefined && !event.repeat
  if (!key && !plays) return
  event.preventDefault()
  event.stopPropagation()
  if (key) step(key.direction, key.isFar || event.shiftKey)
  else togglePlay?.()
}

const keySteps: Readonly<Record<string, { direction: -1 | 1; isFar: boolean }>> = {
  ArrowLeft: { direction: -1, isFar: false },
  ArrowDown: { direction: -1, isFar: false },
  ArrowRight: { direction: 1, isFar: false },
  ArrowUp: { direction: 1, isFar: false },
  PageDown: { direction: -1, isFar: true },
  PageUp: { direction: 1, isFar: true },
}
