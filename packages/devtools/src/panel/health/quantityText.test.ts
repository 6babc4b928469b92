import { expect, it } from 'vitest'
import { bytesText, msText } from './quantityText.ts'

it('[HND-3] writes sizes with two or three digits and their unit', () => {
  expect([0, 18, 999, 1000, 1400, 999_499, 999_600, 7_000_000, 31_000_000_000].map(bytesText)).toEqual([
    '0 B',
    '18 B',
    '999 B',
    '1.0 kB',
    '1.4 kB',
    '999 kB',
    '1.0 MB',
    '7.0 MB',
    '31 GB',
  ])
})

it('[HND-3] writes times as finely as they are short', () => {
  expect([0.04, 0.994, 1.13, 12.4, 999.4, 1300].map(msText)).toEqual([
    '0.04 ms',
    '0.99 ms',
    '1.1 ms',
    '12 ms',
    '999 ms',
    '1.3 s',
  ])
})
