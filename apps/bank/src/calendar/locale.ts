/** The reader's language and region, as the browser says; British English where it says nothing. */
export const locale: string = globalThis.navigator?.language || 'en-GB'

const integers = new Intl.NumberFormat(locale)

/** A count for people: `5,020`. */
export const formatCount = (count: number): string => integers.format(count)

/** A count with its noun: `1 entry`, `5,020 entries`. */
export const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`
