/** An IBAN in groups of four, as it is printed: `DE89 3704 0044 0532 0130 00`. */
export const formatIban = (iban: string): string => iban.replaceAll(/(.{4})(?=.)/g, '$1 ')
