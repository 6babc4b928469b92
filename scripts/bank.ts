import { fileURLToPath } from 'node:url'
import type { PreviewServer } from 'vite'
import { build, preview } from 'vite'

const configFile = fileURLToPath(new URL('../vite.config.ts', import.meta.url))
const root = fileURLToPath(new URL('../apps/bank', import.meta.url))

/** Builds the sample dashboard for production into `outDir`. */
export async function buildBank(outDir: string): Promise<void> {
  await build({ configFile, root, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
}

/**
 * Serves a built dashboard. Every path answers with the page, so that a link into the app can be reloaded.
 *
 * @param options.port is taken if it is free, else the next free one; 0 asks for any
 * @returns the server and its address without a closing slash
 */
export async function serveBank(options: {
  readonly outDir: string
  readonly port: number
}): Promise<{ readonly server: PreviewServer; readonly origin: string }> {
  const { outDir, port } = options
  const server = await preview({ configFile, root, logLevel: 'warn', build: { outDir }, preview: { port } })
  const address = server.resolvedUrls?.local[0]
  if (address === undefined) throw new Error(`The dashboard's server has no local address (asked for port ${port}).`)
  return { server, origin: address.replace(/\/$/, '') }
}
