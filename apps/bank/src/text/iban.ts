/**
 * The IBAN in the text, without spaces and in capitals; undefined when the check digits do not fit (ISO 13616, mod 97).
 * The text may be spaced in fours, and nothing else may stand in it.
 */
export function ibanOf(text: string): string | undefined {
  const iban = text.replace(/\s+/g, '').toUpperCase()
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban)) return undefined
  return remainder97(iban.slice(4) + iban.slice(0, 4)) === 1 ? iban : undefined
}

/** Digit by digit, so that 34 characters need no big integer. Letters count from A = 10. */
function remainder97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}
