/**
 * A text as it is searched: without case, accents and ligatures, `ß` as `ss`. So `MULLER` finds Müller and
 * `strasse` finds Straße.
 */
export const searchText = (text: string): string => text.toLowerCase().replace(/[^\0-\x7f]/gu, plain)

/** Taking a letter apart costs a microsecond, and a language has few that need it. The bound is for hostile files. */
const plainLettersMax = 2_000
const plainLetters = new Map([['ß', 'ss']])

function plain(letter: string): string {
  const known = plainLetters.get(letter)
  if (known !== undefined) return known
  const made = letter
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
  if (plainLetters.size < plainLettersMax) plainLetters.set(letter, made)
  return made
}
