import { fileURLToPath } from 'node:url'
import { storybookTest } from '@storybook/addon-vitest/vitest-plugin'
import { playwright } from '@vitest/browser-playwright'
import type { TestProjectConfiguration } from 'vitest/config'
import { browserMissing, chromiumArgs, findChromium } from '../chromium.mjs'

const configDir = fileURLToPath(new URL('../../.storybook', import.meta.url))
const sources = '{packages,apps}/*/src/**'
const inBrowser = '**/*.browser.test.{ts,tsx}'
const withServices = '**/*.int.test.ts'

/**
 * The kinds of tests, by the name of the file; one run counts them all.
 *
 * | project | files | runs in |
 * |---|---|---|
 * | unit | `*.test.ts`, and the checks of the repository itself | Node |
 * | dom | `*.test.tsx` | jsdom |
 * | browser | `*.browser.test.ts(x)` | Chromium |
 * | storybook, storybook-dark | `*.stories.tsx` in each theme, with accessibility checks | Chromium |
 * | e2e | `apps/*\/e2e/*.e2e.ts`, against what was built | Node, driving Chromium |
 *
 * Without a browser those after `dom` are left out, with a line that says so; `CI=true` does not allow that.
 */
export function testProjects(): TestProjectConfiguration[] {
  const executablePath = findChromium()
  if (executablePath === undefined) {
    if (process.env.CI === 'true') throw new Error(browserMissing)
    console.error(`\n${browserMissing}\n`)
    return withoutBrowser
  }
  return [...withoutBrowser, ...withBrowser(executablePath)]
}

const withoutBrowser: TestProjectConfiguration[] = [
  {
    extends: true,
    test: {
      name: 'unit',
      environment: 'node',
      include: [`${sources}/*.test.ts`, 'bench/src/**/*.test.ts', 'scripts/**/*.test.ts', 'docs/**/*.test.ts'],
      exclude: [inBrowser, withServices, '**/node_modules/**'],
    },
  },
  {
    extends: true,
    test: {
      name: 'dom',
      environment: 'jsdom',
      setupFiles: ['./vitest.setup.ts'],
      include: [`${sources}/*.test.tsx`, 'scripts/**/*.test.tsx', 'docs/**/*.test.tsx'],
      exclude: [inBrowser, '**/node_modules/**'],
    },
  },
]

const withBrowser = (executablePath: string): TestProjectConfiguration[] => {
  const browser = {
    enabled: true,
    headless: true,
    screenshotFailures: false,
    provider: playwright({ launchOptions: { executablePath, args: chromiumArgs } }),
    instances: [{ browser: 'chromium' as const }],
  }
  return [
    {
      extends: true,
      optimizeDeps: {
        entries: [`${sources}/${inBrowser}`, 'vitest.setup.ts'],
        // Of the bank's worker, whose imports no entry shows.
        include: ['@internationalized/date', 'fast-xml-parser', 'papaparse'],
      },
      test: {
        name: 'browser',
        setupFiles: ['./vitest.setup.ts'],
        include: [`${sources}/${inBrowser}`],
        browser,
      },
    },
    {
      extends: true,
      // Libraries are found before the first story, not during it: bundling one later reloads the page under a test.
      optimizeDeps: { entries: [`${sources}/*.stories.tsx`, '.storybook/preview.tsx'] },
      // Pages of documentation are no tests.
      plugins: [storybookTest({ configDir, disableAddonDocs: true })],
      test: {
        name: 'storybook',
        browser: {
          ...browser,
          // Two windows of one server: every story in each theme.
          instances: [
            { browser: 'chromium' as const, name: 'storybook', env: { STORY_THEME: 'light' } },
            { browser: 'chromium' as const, name: 'storybook-dark', env: { STORY_THEME: 'dark' } },
          ],
        },
      },
    },
    {
      extends: true,
      test: {
        name: 'e2e',
        environment: 'node',
        // The addon's build two Storybooks: minutes, and asked for by `npm run test:addon`.
        include: [
          process.env.PLAYHEAD_ADDON === '1' ? 'packages/storybook-addon/e2e/**/*.e2e.ts' : 'apps/*/e2e/**/*.e2e.ts',
        ],
        globalSetup: ['./scripts/vitest/bankServer.ts'],
        // One page load compiles, opens a database and draws: seconds on a busy machine.
        testTimeout: 60_000,
        hookTimeout: 60_000,
        expect: { poll: { timeout: 20_000 } },
      },
    },
  ]
}
