// @vitest-environment jsdom
import { registerHooks } from 'node:module'
import { afterAll, describe, expect, it } from 'vitest'

/*
 * The tests of the hooks once more, under React 18.3: it stands beside the workspace's React in
 * packages/react-18, and whoever asks for react or react-dom here gets that one.
 */
const hooks = registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const url = found.url.replace(
      /(?<!react-18)\/node_modules\/(react|react-dom)\//,
      '/packages/react-18/node_modules/$1/',
    )
    return { ...found, url }
  },
})
afterAll(() => hooks.deregister())

it('runs on React 18.3', async () => {
  const [react, dom] = await Promise.all([import('react'), import('react-dom')])
  expect([react.version, dom.version]).toEqual([expect.stringMatching(/^18\.3/), expect.stringMatching(/^18\.3/)])
})

for (const [path, load] of Object.entries(import.meta.glob(['./*.test.tsx', '!./*.browser.test.tsx']))) {
  describe(`${path} under React 18.3`, async () => {
    await load()
  })
}
