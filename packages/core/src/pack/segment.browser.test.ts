import { expect, it } from 'vitest'
import { fromBase64, toBase64 } from '../codec/base64.ts'
import { packSegment } from './packSegment.ts'
import { golden, goldenText } from './segment.fixtures.ts'
import { unpackSegment } from './unpackSegment.ts'

it('[PCK-6] the same records have the same bytes in Chromium as in Node, and are read there', () => {
  expect(toBase64(packSegment(golden()))).toBe(goldenText)
  expect(unpackSegment(fromBase64(goldenText) as Uint8Array)).toEqual(golden())
})
