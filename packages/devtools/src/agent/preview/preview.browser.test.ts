import { describe, expect, it } from 'vitest'
import { preview, previewParts } from './preview.ts'
import { summaryOf } from './summaryOf.ts'

/** A window that this page may not look into. */
async function foreignWindow(): Promise<Window> {
  const frame = document.createElement('iframe')
  frame.sandbox.add('allow-scripts')
  frame.srcdoc = '<p>somebody else</p>'
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return frame.contentWindow as Window
}

describe('a preview in a page', () => {
  it('[AGT-5] shows elements, documents and windows by their names, and does not walk through the page', () => {
    const button = document.createElement('button')
    button.innerHTML = '<img src=x onerror="document.title=\'run\'">'
    expect(preview(button)).toMatchObject({ kind: 'instance', label: 'HTMLButtonElement', size: 0 })
    expect(preview(document)).toMatchObject({ kind: 'instance', label: 'HTMLDocument' })
    expect(preview({ target: button, view: window })).toMatchObject({ kind: 'object', size: 2 })
    expect(summaryOf({ target: button })).toMatch(/^\{ target: HTMLButtonElement/)
    expect(structuredClone(preview([button, document, window]))).toMatchObject({ kind: 'array', size: 3 })
    expect(document.title).not.toBe('run')
  })

  it('[AGT-5] shows what belongs to another origin as what cannot be read', async () => {
    const foreign = await foreignWindow()
    for (const shown of [preview(foreign), preview({ foreign }), preview([foreign])])
      expect(structuredClone(shown)).toEqual(shown)
    expect(() => summaryOf({ foreign })).not.toThrow()
    expect(previewParts(foreign, 0, 10)).toEqual(expect.any(Array))
  })

  it('[AGT-5] knows plain objects, dates and maps of another window of the page', () => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const other = frame.contentWindow as unknown as { eval(code: string): unknown }
    expect(preview(other.eval('({ a: 1 })'))).toMatchObject({ kind: 'object', label: 'Object', size: 1 })
    expect(preview(other.eval('new Map([[1, 2]])'))).toMatchObject({ kind: 'map', size: 1 })
    expect(preview(other.eval('[1, 2]'))).toMatchObject({ kind: 'array', size: 2 })
    expect(preview(other.eval('new Date(0)'))).toMatchObject({ kind: 'date', text: '1970-01-01T00:00:00.000Z' })
    expect(preview(other.eval('new TypeError("no")'))).toMatchObject({ kind: 'error', label: 'TypeError: no' })
    expect(preview(other.eval('new Uint8Array(2)'))).toMatchObject({ kind: 'bytes', size: 2 })
  })
})
