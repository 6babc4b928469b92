import { describe, expect, it } from 'vitest'
import { runExample } from './runExample.ts'

const modules = import.meta.glob(['/docs/examples/**/*.ts', '!**/*.test.*', '!**/*.test-d.*'])
const sources = import.meta.glob<string>('/docs/examples/**/*.ts', { query: '?raw', import: 'default', eager: true })

describe('docs/examples', () => {
  it.each(Object.entries(modules))('%s runs and prints what it says', async (path, load) => {
    await runExample(sources[path] ?? '', load)
  })
})

describe('running an example', () => {
  it('holds it to the lines it promises', async () => {
    const source = 'console.log(1 + 1) // → 3'
    await expect(runExample(source, async () => console.log(1 + 1))).rejects.toThrow('to deeply equal')
    await runExample('console.log({ a: [1] }) // → { a: [ 1 ] }', async () => console.log({ a: [1] }))
  })
})
