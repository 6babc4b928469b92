/** The currency of the account's country, where nearly every account is in it; undefined for other countries. */
export function currencyOfIban(iban: string): string | undefined {
  return currencyByCountry.get(iban.slice(0, 2))
}

const euroCountries = 'AD AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK'
const otherCountries = 'GB:GBP CH:CHF LI:CHF PL:PLN CZ:CZK SE:SEK NO:NOK DK:DKK HU:HUF RO:RON IS:ISK TR:TRY'

const currencyByCountry: ReadonlyMap<string, string> = new Map([
  ...euroCountries.split(' ').map((country) => [country, 'EUR'] as const),
  ...otherCountries.split(' ').map((pair) => [pair.slice(0, 2), pair.slice(3)] as const),
])
