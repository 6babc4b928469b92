/**
 * A file's text with a story at its end, in the file's own line ends; `undefined` where the file has that name
 * already, be it a story, an import or anything else of its module.
 */
export function appendStory(
  text: string,
  { name, code }: { readonly name: string; readonly code: string },
): string | undefined {
  if (new RegExp(String.raw`(?<![\w$.])${name.replaceAll('$', String.raw`\$`)}(?![\w$])`).test(withoutTexts(text)))
    return undefined
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  const before = text === '' || text.endsWith('\n') ? text : text + lineEnd
  return `${before}${lineEnd}${code.replaceAll(/\r?\n/g, lineEnd)}`
}

/** Names in comments and plain texts are none. */
const withoutTexts = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"/g, ' ')
