import './base.css'
import { afterEach, expect, it } from 'vitest'
import { readColor, readToken } from './readToken.ts'

afterEach(() => {
  delete document.documentElement.dataset.theme
  document.body.replaceChildren()
})

it('[TOK-5] reads a colour as the theme of the root has it', () => {
  document.documentElement.dataset.theme = 'light'
  expect(readColor('--ph-surface')).toBe('rgb(255, 255, 255)')
  document.documentElement.dataset.theme = 'dark'
  expect(readColor('--ph-surface')).toBe('rgb(20, 22, 26)')
})

it('[TOK-5] reads a colour as a themed part of the page has it, and leaves nothing behind', () => {
  document.documentElement.dataset.theme = 'light'
  const panel = document.createElement('div')
  panel.dataset.theme = 'dark'
  document.body.append(panel)
  expect(readColor('--ph-text', panel)).toBe('rgb(234, 239, 247)')
  expect(readColor('--ph-text')).toBe('rgb(27, 31, 40)')
  expect(panel.childNodes).toHaveLength(0)
})

it('[TOK-5] reads sizes as they are written, and nothing where there is nothing', () => {
  expect(readToken('--ph-space-4')).toBe('1rem')
  expect(readToken('--ph-no-such-token')).toBe('')
  expect(readColor('--ph-no-such-token')).toBe('')
})

it('[TOK-5] takes a density for a part of the page', () => {
  const panel = document.createElement('div')
  panel.dataset.density = 'compact'
  document.body.append(panel)
  expect(readToken('--ph-control-height', panel)).toBe('1.75rem')
})
