import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { buildBank, serveBank } from '../bank.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built dashboard is served, or why it is not. */
    bank: { readonly origin: string } | { readonly error: string }
  }
}

const outDir = fileURLToPath(new URL('../../node_modules/.cache/playhead/bank-e2e', import.meta.url))

/**
 * Builds the dashboard once and serves it on a free port while the end-to-end tests run.
 *
 * A build that fails is handed to those tests instead of thrown: thrown here, it would keep every other
 * project from running.
 */
export default async function provideBank(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  try {
    await buildBank(outDir)
    const { server, origin } = await serveBank({ outDir, port: 0 })
    project.provide('bank', { origin })
    return () => server.close()
  } catch (error) {
    project.provide('bank', { error: `The dashboard was not built, so no end-to-end test could run: ${error}` })
    return undefined
  }
}
