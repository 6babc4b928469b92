import { screen, waitFor } from '@testing-library/react'

/** Waits for the line of a tree with such a text, as it is read. */
export function findLine(text: RegExp): Promise<HTMLElement> {
  return waitFor(() => {
    const lines = screen.getAllByRole('treeitem')
    const found = lines.find((line) => text.test(wordsOf(line)))
    if (found) return found
    throw new Error(`There is no line ${text}, but: ${lines.map(wordsOf).join(' | ')}`)
  })
}

const wordsOf = (line: HTMLElement) => (line.textContent ?? '').replaceAll(/\s+/g, ' ').trim()
