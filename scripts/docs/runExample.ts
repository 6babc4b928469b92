import { format } from 'node:util'
import { expect, vi } from 'vitest'

/**
 * Runs an example, and holds it to what it says of itself: each `console.log(…) // → text` must print that
 * text, in this order, and an example that says so anywhere prints nothing else.
 */
export async function runExample(source: string, run: () => Promise<unknown>): Promise<unknown> {
  const promised = [...source.matchAll(/console\.log\(.*\/\/ → (.*)$/gm)].map((match) => match[1]?.trimEnd())
  const printed: string[] = []
  const log = vi
    .spyOn(console, 'log')
    .mockImplementation((...values: unknown[]) => void printed.push(format(...values)))
  try {
    const exported = await run()
    if (promised.length > 0) expect(printed).toEqual(promised)
    return exported
  } finally {
    log.mockRestore()
  }
}
