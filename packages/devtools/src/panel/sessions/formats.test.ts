import { expect, it } from 'vitest'
import { fileName } from './downloadText.ts'
import { formatBytes } from './formatBytes.ts'

it('[SHR-3] names a file after the store and the range, for every file system', () => {
  expect(fileName('bank', { from: 0, to: 41 }, '.playhead')).toBe('bank-0-41.playhead')
  expect(fileName('../my: bank ', { from: 2, to: 3 }, '.test.ts')).toBe('my-bank-2-3.test.ts')
  expect(fileName('///', { from: 2, to: 3 }, '.playhead')).toBe('session-2-3.playhead')
})

it('[SHR-3] gives a length in the unit that suits it', () => {
  expect([820, 12_345, 3_400_000, 2_000_000_000].map(formatBytes)).toEqual(['820 B', '12 kB', '3.4 MB', '2 GB'])
})
