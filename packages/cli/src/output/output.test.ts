import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { bar, ProgressLine } from './ProgressLine.ts'
import { columns, counted, duration } from './words.ts'

describe('the output', () => {
  it('[CLI-9] draws progress on a screen only, and wipes it', () => {
    const written: string[] = []
    const terminal = (isScreen: boolean) => ({
      out: () => {},
      err: (text: string) => void written.push(text),
      isScreen,
    })
    const nowhere = new ProgressLine(terminal(false))
    nowhere.show(1, 2, 'half')
    nowhere.clear()
    expect(written).toEqual([])

    let now = 0
    const line = new ProgressLine(terminal(true), () => now)
    line.show(1, 4, 'a quarter')
    line.show(2, 4, 'too soon to draw')
    now = 60
    line.show(3, 4, 'three quarters')
    line.clear()
    expect(written.map((text) => stripVTControlCharacters(text).replace('\r', ''))).toEqual([
      '━━━━━━──────────────────  25 % a quarter',
      '━━━━━━━━━━━━━━━━━━──────  75 % three quarters',
      '',
    ])
  })

  it('[CLI-9] has a bar for nothing, and for more than all', () => {
    expect(bar(0, 0)).toMatch(/^─+ +0 %$/)
    expect(bar(9, 3)).toMatch(/^━+ 100 %$/)
  })

  it('[CLI-9] writes counts, columns and durations for people', () => {
    expect(counted(1, 'record')).toBe('1 record')
    expect(counted(1204, 'try', 'tries')).toBe('1,204 tries')
    expect(
      columns([
        [1204, 'a/b', 'v1'],
        [3, 'long/name', ''],
      ]),
    ).toBe('  1,204  a/b        v1\n      3  long/name\n')
    expect([duration(4_230), duration(61_000), duration(8_000_000)]).toEqual(['4.2 s', '1 min', '2 h 13 min'])
  })
})
