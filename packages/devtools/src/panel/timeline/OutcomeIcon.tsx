import { useEffect, useRef } from 'react'
import type { RunView } from '../../protocol/overview.ts'
import type { TrackColour } from '../colour/trackColour.ts'
import styles from './OutcomeIcon.module.css'
import { readPalette } from './paint/Palette.ts'
import { paintRuns } from './paint/paintRuns.ts'
import { sizeCanvas } from './paint/sizeCanvas.ts'
import { watchTheme } from './paint/watchTheme.ts'

const WIDTH = 34
const HEIGHT = 13

/** A run as the timeline draws it: by the same hand, so that a legend cannot differ from what it explains. */
export function OutcomeIcon({ outcome, colour }: { outcome: RunView['outcome']; colour: TrackColour }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const paint = () => {
      const context = sizeCanvas(element, WIDTH, HEIGHT)
      if (!context) return
      const palette = readPalette(element.parentElement ?? element)
      context.fillStyle = palette.raised
      context.fillRect(0, 0, WIDTH, HEIGHT)
      const to = outcome === 'running' ? undefined : 32
      paintRuns(context, { from: 0, to: WIDTH, width: WIDTH }, [{ run: { outcome }, from: 2, to, lane: 0 }], {
        top: 2,
        colour: palette.colour(colour),
        palette: { ...palette, surface: palette.raised },
        now: 32,
      })
    }
    paint()
    return watchTheme(element, paint)
  }, [outcome, colour])
  return (
    <span aria-hidden="true" className={styles.icon}>
      <canvas ref={canvas} className={styles.canvas} />
    </span>
  )
}
