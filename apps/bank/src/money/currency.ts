/** An ISO 4217 code: three capital letters. */
export type Currency = string

/**
 * How many decimals the currency has: EUR 2, JPY 0, BHD 3, CLF 4.
 *
 * A code that is not in the table counts as 2, as most currencies do; {@link isKnownCurrency} tells it apart.
 * Our own table and not Intl's, because ICU follows everyday use where ISO 4217 does not (IQD 0 instead of 3),
 * and because an amount must not change with the engine that reads it.
 */
export function currencyExponent(currency: Currency): number {
  return exponents.get(currency) ?? 2
}

/** True for a code of ISO 4217, in use or withdrawn (DEM, FRF). */
export function isKnownCurrency(currency: Currency): boolean {
  return exponents.has(currency)
}

/** True for three capital letters, known or not. */
export function isCurrencyCode(text: string): boolean {
  return /^[A-Z]{3}$/.test(text)
}

// ISO 4217, list one (in use), then list three (withdrawn). Withdrawn currencies whose subdivision
// banks no longer booked (lira, peseta, Belgian franc) have 0, as in the JDK's currency table.
const codesByExponent: Readonly<Record<number, string>> = {
  0: `BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF
      ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TPE TRL`,
  2: `AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF
      CHW CNY COP COU CRC CUC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG
      HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
      MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE
      SLL SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD XCG YER ZAR
      ZMW ZWG ZWL
      AFA AOK AON AOR ARA ARP AYM AZM ATS BAD BEC BEL BGJ BGK BGL BOP BRB BRC BRE BRN BRR CHC CSD CSJ CSK CYP DDM DEM
      ECS ECV EEK ESA ESB FIM FRF GEK GHC GHP GNE GNS GQE GWE GWP HRD HRK IEP ISJ LAJ LSM LTL LTT LUC LUL LVL LVR
      MAF MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ RHD ROK ROL RUR SDD SDP SIT SKK SRG STD SUR TJR TMM
      UAK UGS USS UYN UYP VEB VEF VNC XEU YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWN ZWR`,
  3: 'BHD IQD JOD KWD LYD OMR TND',
  4: 'CLF UYW',
}

const exponents: ReadonlyMap<Currency, number> = new Map(
  Object.entries(codesByExponent).flatMap(([exponent, codes]) =>
    codes.split(/\s+/).map((code) => [code, Number(exponent)] as const),
  ),
)
