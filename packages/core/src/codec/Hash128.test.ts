import { expect, it } from 'vitest'
import { Hash128 } from './Hash128.ts'

it('[COD-10] is MurmurHash3_x86_128, seed 0, on texts of whole words', () => {
  const text = new TextEncoder().encode('I will not buy this record, it is scratched.')
  const words = new DataView(text.buffer, text.byteOffset, text.byteLength)
  const hash = new Hash128()
  for (let at = 0; at < text.length; at += 4) hash.word(words.getInt32(at, true))
  expect(hash.digest()).toBe('a0a9683b25ac5e40d9af2895890dddf5')
  expect(new Hash128().digest()).toBe('00000000000000000000000000000000')
})
