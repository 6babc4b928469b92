import '../tokens/base.css'
import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LocaleProvider } from '../LocaleProvider/LocaleProvider.tsx'
import { Slider } from './Slider.tsx'

const changed = vi.fn<(value: number) => void>()

it('[CMP-1] jumps to where the track is pressed, above and below the line that is drawn', async () => {
  render(<Harness />)
  const track = page.elementLocator(trackOf(screen.getByRole('slider')))
  await track.click({ position: { x: 300, y: 3 } })
  expect(screen.getByRole('slider')).toHaveValue('75')
  await track.click({ position: { x: 100, y: 29 } })
  expect(screen.getByRole('slider')).toHaveValue('25')
})

it('[CMP-1] follows a drag, and tells the place where it ends once', async () => {
  const ended = vi.fn<(value: number) => void>()
  changed.mockClear()
  render(<Harness onChangeEnd={ended} />)
  const track = trackOf(screen.getByRole('slider'))
  const thumb = page.elementLocator(screen.getByRole('slider').closest('[class*=thumb]') as HTMLElement)
  await userEvent.dragAndDrop(thumb, page.elementLocator(track), { targetPosition: { x: 360, y: 16 } })
  expect(screen.getByRole('slider')).toHaveValue('90')
  expect(changed).toHaveBeenLastCalledWith(90)
  expect(ended.mock.calls).toEqual([[90]])
})

it('[CMP-1] starts at the reading side where text runs from right to left', () => {
  document.documentElement.dir = 'rtl'
  render(
    <LocaleProvider locale="ar-EG">
      <Harness start={25} />
    </LocaleProvider>,
  )
  const track = trackOf(screen.getByRole('slider')).getBoundingClientRect()
  const fill = document.querySelector('[class*=fill]')?.getBoundingClientRect()
  const thumb = screen.getByRole('slider').closest('[class*=thumb]')?.getBoundingClientRect()
  document.documentElement.removeAttribute('dir')
  expect([fill?.left, fill?.right].map((x) => Math.round(x ?? 0))).toEqual(
    [track.right - 100, track.right].map(Math.round),
  )
  expect(Math.round(((thumb?.left ?? 0) + (thumb?.right ?? 0)) / 2)).toBe(Math.round(track.right - 100))
})

function Harness({
  start = 50,
  onChangeEnd = () => undefined,
}: {
  start?: number
  onChangeEnd?: (value: number) => void
}) {
  const [value, setValue] = useState(start)
  return (
    // The thumb is 12 px wide and the track inset by half of it at both ends: 400 px of track.
    <div style={{ inlineSize: 412 }}>
      <Slider
        label="Booked up to"
        min={0}
        max={100}
        value={value}
        onChange={(next) => {
          changed(next)
          setValue(next)
        }}
        onChangeEnd={onChangeEnd}
      />
    </div>
  )
}

function trackOf(slider: HTMLElement): HTMLElement {
  const track = slider.closest<HTMLElement>('[class*=track]')
  if (!track) throw new Error('The slider has no track.')
  return track
}
