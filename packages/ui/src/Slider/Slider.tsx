import type { ReactNode } from 'react'
import { Slider as AriaSlider, Label, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { classNames } from '../internal/classNames.ts'
import styles from './Slider.module.css'

export interface SliderTick {
  readonly value: number
  /** Written under the mark. Leave it out for minor marks; labels that would overlap are for the caller to thin. */
  readonly label?: string | undefined
}

export interface SliderProps {
  /** What moves: "Booked up to". Above the track, or for screen readers alone with `isLabelHidden`. */
  label: string
  isLabelHidden?: boolean
  value: number
  min: number
  max: number
  /** Distance of two places; an arrow key moves by it. */
  step?: number
  /** Distance of PageUp, PageDown and Shift with an arrow. A tenth of the range where it is left out. */
  pageStep?: number | undefined
  /** A value in words: "3 March 2024". Shown beside the label, and said instead of the number. */
  valueText?: (value: number) => string
  ticks?: readonly SliderTick[]
  /** Whether the track is filled from its start to the thumb. */
  hasFill?: boolean
  /** `time` while the thumb is parked in the past. */
  tone?: 'accent' | 'time'
  isDisabled?: boolean
  /** Drawn behind the track, as wide as it is: a histogram of activity. Decoration, hidden from screen readers. */
  backdrop?: ReactNode
  /** On every movement: several times a frame while it is dragged. */
  onChange: (value: number) => void
  /** Once the thumb is let go, or a key has moved it. */
  onChangeEnd?: (value: number) => void
  className?: string | undefined
}

/**
 * One thumb on a track, for places in time.
 *
 * A press anywhere on the track, which is taller than it looks, moves the thumb there; arrows step, PageUp and
 * PageDown step further, Home and End go to the ends.
 */
export function Slider({
  label,
  isLabelHidden = false,
  value,
  min,
  max,
  step = 1,
  pageStep,
  valueText = String,
  ticks = [],
  hasFill = true,
  tone = 'accent',
  isDisabled = false,
  backdrop,
  onChange,
  onChangeEnd,
  className,
}: SliderProps) {
  // An empty range has one place, and nothing to divide by.
  const end = max > min ? max : min + step
  const percentOf = (at: number) => `${((at - min) / (end - min)) * 100}%`
  const hasLabels = ticks.some((tick) => tick.label !== undefined)
  return (
    <AriaSlider
      className={classNames(styles.slider, styles[tone], className)}
      value={value}
      minValue={min}
      maxValue={end}
      step={step}
      isDisabled={isDisabled || max <= min}
      onChange={onChange}
      {...(onChangeEnd && { onChangeEnd })}
      {...(isLabelHidden && { 'aria-label': label })}
    >
      {({ state }) => {
        // React Aria words a value by Intl.NumberFormat alone, and pages by a tenth. The state is made anew in each
        // render and handed to the thumb after this, so here is the place to say otherwise.
        Object.assign(state, {
          getThumbValueLabel: () => valueText(value),
          ...(pageStep !== undefined && { pageSize: pageStep }),
        })
        return (
          <>
            {!isLabelHidden && (
              <div className={styles.head}>
                <Label className={styles.label ?? ''}>{label}</Label>
                <SliderOutput className={styles.output ?? ''}>{valueText(value)}</SliderOutput>
              </div>
            )}
            <SliderTrack className={classNames(styles.track, backdrop != null && styles.withBackdrop)}>
              {backdrop != null && (
                <div aria-hidden="true" className={styles.backdrop}>
                  {backdrop}
                </div>
              )}
              <div className={styles.rail}>
                {hasFill && <div className={styles.fill} style={{ inlineSize: percentOf(value) }} />}
              </div>
              <div aria-hidden="true" className={styles.ticks}>
                {ticks.map((tick) => (
                  <span
                    key={tick.value}
                    className={classNames(styles.tick, tick.label !== undefined && styles.major)}
                    style={{ insetInlineStart: percentOf(tick.value) }}
                  />
                ))}
              </div>
              <SliderThumb className={styles.thumb ?? ''} />
            </SliderTrack>
            {hasLabels && (
              <div aria-hidden="true" className={styles.tickLabels}>
                {ticks.map(
                  (tick) =>
                    tick.label !== undefined && (
                      <span key={tick.value} style={{ insetInlineStart: percentOf(tick.value) }}>
                        {tick.label}
                      </span>
                    ),
                )}
              </div>
            )}
          </>
        )
      }}
    </AriaSlider>
  )
}
