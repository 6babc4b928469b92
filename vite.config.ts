import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { panelSource } from './scripts/panel.ts'

// Workspace packages resolve to their sources, in the browser and in Node.
const source = '@playhead/source'

export default defineConfig(async () => ({
  resolve: { conditions: [source, 'module', 'browser', 'development|production'] },
  ssr: { resolve: { conditions: [source, 'module', 'node', 'development|production'] } },
  plugins: [react(), panelSource()],
  worker: { format: 'es' as const },
  test: {
    // Loaded for tests only: Storybook and Playwright would slow down every start of the page.
    projects: process.env.VITEST ? (await import('./scripts/vitest/projects.ts')).testProjects() : [],
    reporters: ['default', './scripts/vitest/tally.ts'],
    passWithNoTests: true,
  },
}))
