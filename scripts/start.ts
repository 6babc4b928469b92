/**
 * `npm start`: builds the sample dashboard if its sources changed, serves it, and prints the address last.
 * `PORT` asks for a port other than 4173; where it is taken, the next free one is used.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildBank, serveBank } from './bank.ts'
import { fingerprint } from './fingerprint.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(repository, 'apps/bank/dist')
const stamp = join(repository, 'node_modules/.cache/playhead/bank-built')

const sources = fingerprint([
  'packages/*/src/**/*',
  'packages/*/package.json',
  'apps/bank/{src,public}/**/*',
  'apps/bank/*.{html,json}',
  'package-lock.json',
  'vite.config.ts',
  'scripts/panel.ts',
])
if (!existsSync(join(outDir, 'index.html')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sources) {
  console.log('Building the dashboard …')
  await buildBank(outDir)
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, sources)
}
const { origin } = await serveBank({ outDir, port: Number(process.env.PORT ?? 4173) })
console.log(`\nPlayhead bank: ${origin}/`)
