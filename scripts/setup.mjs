/**
 * Makes a fresh clone ready, and costs a few milliseconds where it is. Runs before `start`, `test` and `dev`.
 * Built-ins only, and Node 20 is enough: nothing is installed yet, and Node 24 comes with the packages.
 *
 *   node scripts/setup.mjs             installs what package-lock.json says, unless it is there
 *   node scripts/setup.mjs --browser   and sees to a Chromium for the tests
 *   node scripts/setup.mjs --stamp     notes that the packages are there; npm calls it after each install
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process, { argv, env, execPath, exit, platform, versions } from 'node:process'
import { fileURLToPath } from 'node:url'
import { browserMissing, findChromium } from './chromium.mjs'

const repository = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(repository, 'node_modules/.cache/playhead/installed')

if (argv.includes('--stamp')) {
  writeStamp()
} else {
  installPackages()
  requireNode()
  if (argv.includes('--browser')) installBrowser()
}

function installPackages() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint()) return
  console.log('Installing packages as package-lock.json says. The first time takes about a minute.')
  // At level `error`: npm itself may run on a Node older than the one it installs, and warns about each package.
  const { status } = npm(['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'])
  if (status !== 0) fail(`\`npm ci\` ended with ${status}. Its own message is above; nothing else was done.`)
  writeStamp()
}

/** What an installation depends on. Scripts and descriptions may change without one. */
function fingerprint() {
  const hash = createHash('sha256').update(readFileSync(join(repository, 'package-lock.json')))
  const folders = ['packages', 'apps'].flatMap((parent) =>
    readdirSync(join(repository, parent)).map((name) => `${parent}/${name}`),
  )
  for (const folder of ['.', 'bench', ...folders.sort()]) {
    const file = join(repository, folder, 'package.json')
    if (!existsSync(file)) continue
    const { workspaces, dependencies, devDependencies, optionalDependencies, peerDependencies } = JSON.parse(
      readFileSync(file, 'utf8'),
    )
    hash.update(
      JSON.stringify([folder, workspaces, dependencies, devDependencies, optionalDependencies, peerDependencies]),
    )
  }
  return hash.digest('hex')
}

function writeStamp() {
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, fingerprint())
}

/** Linux and Windows bring Node along as a package; elsewhere the one that is installed must do. */
function requireNode() {
  const { engines } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'))
  const needed = engines.node.replace('>=', '')
  const bundled = ['node', 'node.exe'].some((name) => existsSync(join(repository, 'node_modules/.bin', name)))
  if (bundled || !isOlder(versions.node, needed)) return
  fail(
    `The tools need Node ${needed} or newer, and this is ${versions.node}. Install one from https://nodejs.org and run this again.`,
  )
}

/**
 * @param {string} version
 * @param {string} than
 */
function isOlder(version, than) {
  const [a, b] = [version, than].map((text) => text.split('.').map(Number))
  const at = a?.findIndex((part, place) => part !== b?.[place]) ?? -1
  return at !== -1 && (a?.[at] ?? 0) < (b?.[at] ?? 0)
}

function installBrowser() {
  if (findChromium() !== undefined) return
  const isDebian = platform === 'linux' && existsSync('/usr/bin/apt-get')
  if (isDebian && process.getuid?.() === 0) {
    console.log('Installing Chromium for the tests that need a browser.')
    const options = { stdio: /** @type {const} */ ('inherit'), env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } }
    spawnSync('apt-get', ['update', '-qq'], options)
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], options)
  }
  if (findChromium() !== undefined) return
  // The run of the tests says the same at its end; with CI=true it does not start.
  console.error(browserMissing)
}

/** @param {string[]} args */
function npm(args) {
  const options = { cwd: repository, stdio: /** @type {const} */ ('inherit') }
  // Inside `npm start`, npm says where it is; by hand it is found on the PATH.
  if (env.npm_execpath) return spawnSync(execPath, [env.npm_execpath, ...args], options)
  return spawnSync('npm', args, { ...options, shell: platform === 'win32' })
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  exit(1)
}
