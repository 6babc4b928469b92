import { render } from '@testing-library/react'
import type { ComponentType } from 'react'
import { describe, expect, it } from 'vitest'
import { runExample } from './runExample.ts'

const modules = import.meta.glob(['/docs/examples/**/*.tsx', '!**/*.test.*', '!**/*.test-d.*'])
const sources = import.meta.glob<string>('/docs/examples/**/*.tsx', { query: '?raw', import: 'default', eager: true })

/** A default export is the page of the example. */
interface Example {
  readonly default?: ComponentType
}

describe('docs/examples', () => {
  it.each(Object.entries(modules))('%s runs and draws', async (path, load) => {
    const { default: Page } = (await runExample(sources[path] ?? '', load)) as Example
    if (Page === undefined) return
    const { container } = render(<Page />)
    expect(container).not.toBeEmptyDOMElement()
  })
})
