/**
 * The arrows of the architecture, executed. `npm run boundaries` fails when one points up.
 *
 *   core ◄ react ◄ devtools panel ◄ storybook-addon
 *   core ◄ indexeddb, redux, cli, devtools agent
 *   ui   ◄ devtools panel, bank
 *
 * `scripts/tidy/boundaries.test.ts` shows each rule failing.
 */

/** Files that are not shipped may use what tests need. */
const notShipped = '[.](test|test-d|stories|fixtures)[.]tsx?$'

/** The workspace packages that each package may import, by folder. Everything not named here is forbidden. */
const arrows = {
  core: [],
  ui: [],
  indexeddb: ['core'],
  redux: ['core'],
  cli: ['core'],
  react: ['core'],
  devtools: ['core', 'react', 'ui'],
  'storybook-addon': ['core', 'react', 'devtools'],
}

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'core-stands-alone',
      comment: 'Core imports RxJS and Immer, nothing else: no React, no DOM, no Node.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: notShipped },
      to: { pathNot: ['^packages/core/src/', '(^|/)node_modules/(rxjs|immer)/'] },
    },
    {
      name: 'rxjs-through-one-file',
      comment:
        'Core meets RxJS in src/rx.ts alone, its test kit in src/testing/rx.ts: RxJS 9 is a different library, and these files are where it would be met.',
      severity: 'error',
      from: { path: '^packages/core/src/', pathNot: ['^packages/core/src/(testing/)?rx[.]ts$', notShipped] },
      to: { path: '(^|/)node_modules/rxjs/' },
    },
    ...Object.entries(arrows).map(([name, below]) => ({
      name: `arrows-of-${name}`,
      comment: `packages/${name} may import ${below.length ? below.join(', ') : 'no other package'} of this workspace.`,
      severity: /** @type {const} */ ('error'),
      from: { path: `^packages/${name}/` },
      to: { path: '^(packages|apps|bench)/', pathNot: `^packages/(${[name, ...below].join('|')})/` },
    })),
    {
      name: 'agent-without-react',
      comment: 'The devtools agent runs in any app: React and the primitives belong to its panel.',
      severity: 'error',
      from: { path: '^packages/devtools/src/', pathNot: ['^packages/devtools/src/panel/', notShipped] },
      to: { path: ['^packages/(react|ui)/', '^packages/devtools/src/panel/', '(^|/)node_modules/react(-dom)?/'] },
    },
    {
      name: 'every-package-has-arrows',
      comment: 'A package that .dependency-cruiser.mjs does not know may import no other. Add it to the arrows there.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: `^packages/(${Object.keys(arrows).join('|')})/` },
      to: { path: '^(packages|apps|bench)/', pathNot: '^packages/$1/' },
    },
    {
      name: 'public-names-only',
      comment: 'Another workspace is imported by its public name (`@playhead/core`), never by a path into its folder.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|apps/[^/]+|bench|docs)/' },
      to: {
        path: '^(packages|apps|bench)/',
        pathNot: '^$1/',
        dependencyTypes: ['local'],
        dependencyTypesNot: ['aliased-workspace'],
      },
    },
    {
      name: 'features-through-index',
      comment: 'A feature of the bank knows another by its index.ts or its actions, not by what lies behind them.',
      severity: 'error',
      from: { path: '^(apps/[^/]+/src/features)/([^/]+)/' },
      to: { path: '^$1/[^/]+/', pathNot: ['^$1/$2/', '^$1/[^/]+/index[.]tsx?$', '^$1/[^/]+/actions([.]ts$|/)'] },
    },
    {
      name: 'no-cycles',
      comment:
        'Files that need each other are one file, or miss a third. Types may go in circles: nothing of them runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)(node_modules|dist)/' },
    exclude: { path: '(^|/)dist/' },
    // Imports of types are arrows too.
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['@playhead/source', 'import', 'module', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
    },
  },
}
