import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { refuse } from '../ImportProblem.ts'
import type { FilePosition } from '../StatementFile.ts'

/** An XML element: its children by local name, each a node, a text or a list of them; attributes under `@name`. */
export type XmlNode = { readonly [name: string]: unknown }

/**
 * Parses one element and all in it. Nothing is interpreted: texts stay texts, entities stay as written until they are read.
 *
 * @throws ImportRefused `import/xml-invalid` naming the line in the file
 */
export function parseXml(xml: string, at: FilePosition, fileName: string): XmlNode {
  const valid = XMLValidator.validate(xml)
  if (valid !== true) {
    throw refuse({
      code: 'import/xml-invalid',
      fileName,
      what: `The XML is not well formed. ${valid.err.msg.replace(/\(?opened in line (\d+), col \d+\)?/, (_, line) => `(opened in line ${at.line + Number(line) - 1})`)}`,
      at: { ...at, line: at.line + Math.max(1, valid.err.line) - 1 },
    })
  }
  try {
    return parser.parse(xml) as XmlNode
  } catch (thrown) {
    throw refuse({
      code: 'import/xml-invalid',
      fileName,
      what: `The XML cannot be read: ${thrown instanceof Error ? thrown.message : String(thrown)}`,
      at,
      cause: thrown,
    })
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  removeNSPrefix: true,
  trimValues: true,
  textNodeName: '#text',
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  // Without callbacks nobody reads the path, and building its text is half of the time.
  jPath: false,
})

/** All children of that name. */
export function childrenOf(node: unknown, name: string): readonly unknown[] {
  if (!isNode(node)) return []
  const found = node[name]
  return found === undefined ? [] : Array.isArray(found) ? found : [found]
}

/** The first element at the path; undefined where there is none. */
export function elementAt(node: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((parent, name) => childrenOf(parent, name)[0], node)
}

/** The text of the first element at the path; undefined where it is absent or blank. */
export function textAt(node: unknown, ...path: readonly string[]): string | undefined {
  const found = elementAt(node, ...path)
  const text = isNode(found)
    ? `${decodeEntities(listed(found['#text']))}${listed(found['#cdata'])}`
    : decodeEntities(listed(found))
  return text.trim() === '' ? undefined : text.trim()
}

export function attributeOf(node: unknown, name: string): string | undefined {
  const value = isNode(node) ? node[`@${name}`] : undefined
  return typeof value === 'string' && value.trim() !== '' ? decodeEntities(value).trim() : undefined
}

/** The five predefined entities and character references. Others would need a document type, which is refused. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(amp|lt|gt|quot|apos));/g, (written, decimal, hex, name) => {
    if (name !== undefined) return predefined[name as keyof typeof predefined]
    const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
    // A reference beyond Unicode, or to a surrogate, is left as written.
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : written
  })
}

const predefined = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" } as const

function isNode(value: unknown): value is XmlNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listed(value: unknown): string {
  if (Array.isArray(value)) return value.map(listed).join('')
  return typeof value === 'string' ? value : ''
}
