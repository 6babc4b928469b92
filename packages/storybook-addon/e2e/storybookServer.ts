import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { preview } from 'vite'

const repository = fileURLToPath(new URL('../../..', import.meta.url))
const template = fileURLToPath(new URL('project', import.meta.url))

/** A project of somebody else: it has the addon built, as it is installed, and nothing but the line of the README. */
export const project = fileURLToPath(new URL('../.e2e', import.meta.url))

/** Builds the addon and what it stands on. */
export async function buildAddon(): Promise<void> {
  await run('tsc', ['-b', 'packages/storybook-addon', 'packages/react'], repository)
  await run(process.execPath, ['scripts/panel.ts'], repository)
}

/** A new copy of the project: a test may edit it. */
export async function copyProject(): Promise<void> {
  await removeProject()
  await mkdir(project, { recursive: true })
  await cp(template, project, { recursive: true })
}

export const removeProject = (): Promise<void> => rm(project, { recursive: true, force: true })

interface Served {
  readonly origin: string
  close(): Promise<void>
}

/** `storybook dev`, when it answers. */
export async function serveDev(): Promise<Served> {
  const port = await freePort()
  const args = ['dev', '--ci', '--no-open', '--disable-telemetry', '--host', '127.0.0.1', '--port', String(port)]
  const child = start('storybook', args, project)
  let printed = ''
  child.stdout.on('data', (text) => {
    printed += text
  })
  child.stderr.on('data', (text) => {
    printed += text
  })
  const origin = `http://127.0.0.1:${port}`
  const ended = once(child, 'exit').then(() => Promise.reject(new Error(`storybook dev ended:\n${printed}`)))
  ended.catch(() => {})
  await Promise.race([answers(`${origin}/index.json`), ended])
  return {
    origin,
    async close() {
      const exit = once(child, 'exit')
      child.kill('SIGKILL')
      await exit
    },
  }
}

/** `storybook build`, served as files. */
export async function serveStatic(): Promise<Served> {
  const outDir = join(project, 'storybook-static')
  await run('storybook', ['build', '--quiet', '--disable-telemetry', '--output-dir', outDir], project)
  const server = await preview({
    configFile: false,
    root: project,
    logLevel: 'warn',
    build: { outDir },
    preview: { host: '127.0.0.1', port: 0 },
  })
  const origin = server.resolvedUrls?.local[0]
  if (origin === undefined) throw new Error('The static Storybook has no local address.')
  return { origin: origin.replace(/\/$/, ''), close: () => server.close() }
}

async function run(command: string, args: readonly string[], cwd: string): Promise<void> {
  const child = start(command, args, cwd)
  let printed = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => {
      printed += text
    })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`\`${command} ${args.join(' ')}\` ended with ${code}:\n${printed}`)
}

/** A program of node_modules/.bin runs on this Node, whichever is the system's. */
function start(command: string, args: readonly string[], cwd: string) {
  const bin = command === process.execPath ? [] : [join(repository, 'node_modules', bins[command] ?? '')]
  const env = { ...process.env, NODE_ENV: '', VITEST: '', STORYBOOK_DISABLE_TELEMETRY: '1' }
  return spawn(process.execPath, [...bin, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

const bins: Readonly<Record<string, string>> = {
  tsc: '@typescript/native/bin/tsc',
  storybook: 'storybook/dist/bin/dispatcher.js',
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/** Asks until the server answers; whoever waits for it has a time limit. */
async function answers(url: string): Promise<void> {
  for (;;) {
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
