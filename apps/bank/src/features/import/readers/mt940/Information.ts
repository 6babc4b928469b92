import type { Counterparty } from '../StatementFile.ts'

/** What a `:86:` field says of a booking. Empty strings where it says nothing. */
export interface Information {
  readonly memo: string
  readonly reference: string
  readonly counterparty: Counterparty
  /** The bank's words for the kind of booking. */
  readonly postingText: string
  /** German and Polish banks: the three-digit code before the subfields (Geschäftsvorfallcode). */
  readonly businessCode: string
}

/** Only what is there: absent fields are absent, not empty. */
export function counterpartyOf(name: string, account: string, bank: string): Counterparty {
  return { ...(name && { name }), ...(account && { account }), ...(bank && { bank }) }
}
