/**
 * `npm run pack:check`: packs each public package as a release would, and uses the tarballs as a stranger does.
 *
 * Each is held to publint and attw; then a scratch project installs them all, imports every public name under
 * plain Node (no source condition), counts and rewinds (`run.mjs`), and compiles `consumer.ts` with declarations.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

interface Package {
  readonly folder: string
  readonly name: string
  readonly exports: Readonly<Record<string, unknown>>
  readonly peerDependencies?: Readonly<Record<string, string>>
}

const repository = fileURLToPath(new URL('../..', import.meta.url))
/** Types alone, and what Storybook bundles: an end-to-end test loads these. */
const inStorybook = ['', '/preview', '/manager'].map((path) => `@playhead/storybook-addon${path}`)
const scratch = mkdtempSync(join(tmpdir(), 'playhead-pack-'))
try {
  const packages = publicPackages()
  build(packages)
  const tarballs = packages.map(({ folder }) => pack(folder))
  for (const tarball of tarballs) {
    run('npx', ['publint', 'run', tarball, '--strict'])
    run('npx', ['attw', tarball, '--profile', 'esm-only', '--no-emoji'])
  }
  install(packages, tarballs)
  importEverything(packages)
  for (const file of ['run.mjs', 'consumer.ts']) copyFileSync(join(import.meta.dirname, file), join(scratch, file))
  run('node', ['run.mjs'], scratch)
  compileConsumer()
  console.log(`\n${packages.map(({ name }) => name).join(', ')}: packed, installed, imported and compiled against.`)
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

function publicPackages(): readonly Package[] {
  return globSync('packages/*/package.json', { cwd: repository })
    .map((file) => ({
      folder: join(repository, dirname(file)),
      ...JSON.parse(readFileSync(join(repository, file), 'utf8')),
    }))
    .filter((manifest) => manifest.private !== true)
}

/** From nothing: `tsc -b` leaves behind what a deleted source once gave. */
function build(packages: readonly Package[]): void {
  for (const { folder } of packages) rmSync(join(folder, 'dist'), { recursive: true, force: true })
  run('npx', ['tsc', '-b', ...packages.map(({ folder }) => folder)])
  run('node', ['scripts/panel.ts'])
}

function pack(folder: string): string {
  const output = run('npm', ['pack', '--json', '--pack-destination', scratch], folder, 'pipe')
  const packed: unknown = JSON.parse(output)
  const [first]: { readonly filename: string }[] = Array.isArray(packed) ? packed : Object.values(packed as object)
  if (first === undefined) throw new Error(`npm packed nothing in ${folder}`)
  return join(scratch, first.filename)
}

function install(packages: readonly Package[], tarballs: readonly string[]): void {
  const dependencies = Object.fromEntries(packages.map(({ name }, place) => [name, `file:${tarballs[place]}`]))
  const beside = [...packages.flatMap(({ peerDependencies = {} }) => Object.keys(peerDependencies)), '@types/react']
  const peers = Object.fromEntries(beside.map((name) => [name, installedVersion(name)]))
  writeFileSync(
    join(scratch, 'package.json'),
    JSON.stringify({ name: 'scratch', private: true, type: 'module', dependencies: { ...dependencies, ...peers } }),
  )
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], scratch)
}

function importEverything(packages: readonly Package[]): void {
  const names = packages
    .flatMap(({ name, exports }) => Object.keys(exports).map((path) => name + path.slice(1)))
    .filter((name) => !inStorybook.includes(name))
  for (const name of names) {
    const code = `const it = await import('${name}'); if (Object.keys(it).length === 0) throw new Error('${name} exports nothing')`
    run('node', ['--input-type=module', '--eval', code], scratch)
  }
}

function compileConsumer(): void {
  const compilerOptions = {
    target: 'ES2023',
    lib: ['ES2023', 'DOM', 'ESNext.Iterator'],
    module: 'NodeNext',
    strict: true,
    exactOptionalPropertyTypes: true,
    declaration: true,
    outDir: 'out',
    types: [],
  }
  writeFileSync(join(scratch, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['consumer.ts'] }))
  run(join(repository, 'node_modules/.bin/tsc'), ['-p', scratch])
}

function installedVersion(name: string): string {
  return JSON.parse(readFileSync(join(repository, 'node_modules', name, 'package.json'), 'utf8')).version
}

/** @throws Error when the command fails; its own output stands above. */
function run(
  command: string,
  args: readonly string[],
  cwd = repository,
  stdout: 'inherit' | 'pipe' = 'inherit',
): string {
  const result = spawnSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', stdout, 'inherit'],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0)
    throw new Error(`\`${command} ${args.join(' ')}\` ended with ${result.status ?? result.signal}.`)
  return result.stdout ?? ''
}
