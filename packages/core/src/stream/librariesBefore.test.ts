import { describe } from 'vitest'
import { streamsBothWays } from './libraries.fixtures.ts'

describe('loaded after libraries that make Symbol.observable, a store', () => {
  streamsBothWays(async () => {
    const [bacon, { default: xs }] = [await import('baconjs'), await import('xstream')]
    const core = await import('../index.ts')
    return { core, bacon, xs }
  })
})
