import { describe } from 'vitest'
import { streamsBothWays } from './libraries.fixtures.ts'

describe('loaded before libraries that make Symbol.observable, a store', () => {
  streamsBothWays(async () => {
    const core = await import('../index.ts')
    const [bacon, { default: xs }] = [await import('baconjs'), await import('xstream')]
    return { core, bacon, xs }
  })
})
