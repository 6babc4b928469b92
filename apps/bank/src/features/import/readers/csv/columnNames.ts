/** What a column of a bank's table can hold. */
export type Role =
  | 'booking'
  | 'value'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'mark'
  | 'currency'
  | 'balance'
  | 'name'
  | 'payer'
  | 'payee'
  | 'counterparty'
  | 'account'
  | 'accountOrCounterparty'
  | 'nameOrCounterparty'
  | 'valueOrCurrency'
  | 'memo'
  | 'reference'
  | 'type'
  | 'fee'
  | 'status'

/**
 * The names that English, German, Dutch and French banks give their columns, as {@link normalName} writes them. The better
 * name for a role stands first: where a table has several, it counts (memo takes them all).
 */
export const columnNames: Readonly<Record<Role, readonly string[]>> = {
  booking: list(
    'booking date, bookingdate, booked date, booked on, posting date, post date, posted date, date posted, completed date, date completed',
    'buchungstag, buchungsdatum, buchung, boekdatum, boekingsdatum, date comptable, date de comptabilisation, dateop',
    'date operation, date d operation, date de l operation, date, datum, transaction date, tran date, trans date, transactiedatum, transaktionsdatum',
    'created, created on, timestamp, date time, effective date, started date, datum uhrzeit, belegdatum, date de transaction, date processed, posted transactions date, transaction posted date, datum verrekening, boekingsdatum, uitvoeringsdatum',
  ),
  value: list(
    'value date, valuedate, valutadatum, wertstellung, wertstellungstag, wertstellungsdatum, wert, rentedatum, valutadag',
    'date valeur, date de valeur, dateval, valeur, interest date, datum verrichting, valuta datum',
  ),
  amount: list(
    'net, net amount, nettobetrag, netto, amount, transaction amount, amount minor, betrag, umsatz, umsatzbetrag, buchungsbetrag, betrag in',
    'umsatz in, bedrag, transactiebedrag, montant, montant de l operation, montant operation, montant net, value, sum, kontobetrag, buchungsbetrag eur',
  ),
  debit: list(
    'debit, debit amount, debits, paid out, money out, withdrawal, withdrawals, withdrawal amount, outflow, out, soll, belastung',
    'belastungen, lastschrift, ausgabe, ausgaben, ausgang, debet, uitgaven, montant debit, depenses, debit euros, debit euro',
  ),
  credit: list(
    'credit, credit amount, credits, paid in, money in, deposit, deposits, deposit amount, inflow, in, haben, gutschrift',
    'gutschriften, einnahme, einnahmen, eingang, ontvangsten, montant credit, recettes, credit euros, credit euro',
  ),
  mark: list(
    'debit credit, credit debit, credit debit indicator, debit credit indicator, dr cr, cr dr, d c, c d, dc, cd, direction',
    's h, soll haben, soll haben kennzeichen, sollhaben, af bij, bij af, debet credit, code debet credit, sens',
  ),
  currency: list(
    'currency, currency code, transaction currency, ccy, wahrung, waehrung, munt, muntsoort, devise, divisa, buchungswahrung, posted currency, wahrung betrag, kontowahrung',
  ),
  balance: list(
    'balance, running balance, balance after, balance after transaction, account balance, saldo, saldo na trn, saldo na transactie',
    'saldo na mutatie, saldo nach buchung, kontostand, kontostand nach buchung, solde, solde apres operation',
  ),
  name: list(
    'counterparty name, counterpartyname, name of counterparty, payee, payee name, merchant name, merchant',
    'partner name, name, payer payee, beguenstigter zahlungspflichtiger, begunstigter zahlungspflichtiger, auftraggeber begunstigter',
    'auftraggeber beguenstigter, auftraggeber empfanger, auftraggeber empfaenger, empfanger auftraggeber, name zahlungsbeteiligter',
    'gegenpartei, empfanger, empfaenger, zahlungsbeteiligter, naam tegenpartij, naam tegenrekening, naam omschrijving, naam',
    'nom contrepartie, nom de la contrepartie, contrepartie, tiers, beneficiaire, nom du tiers, nom, handelaar, auftraggeber empfaenger name, name gegenpartei',
  ),
  payer: list('payer, payer name, zahlungspflichtige r, zahlungspflichtiger, auftraggeber, donneur d ordre'),
  payee: list(
    'zahlungsempfanger in, zahlungsempfaenger in, zahlungsempfanger, zahlungsempfaenger, begunstigter, beguenstigter',
  ),
  counterparty: list(
    'counterparty account, counterparty account number, counterparty iban, counter account, partner iban, iban of counterparty',
    'account number of counterparty, kontonummer iban, gegenkonto, gegenkonto iban, iban zahlungsbeteiligter, iban auftraggeber empfanger',
    'empfangerkonto, tegenrekening, tegenrekening iban bban, tegenrekening iban, iban tegenpartij, compte contrepartie',
    'compte beneficiaire, compte de la contrepartie, iban contrepartie, iban beneficiaire, numero de compte contrepartie, rekeningnummer tegenpartij, rekening tegenpartij, iban rekening tegenpartij, kontonummer zahlungsbeteiligter, iban kontonummer',
  ),
  account: list(
    'account, account iban, own account, account id, auftragskonto, iban auftragskonto, eigenes konto, rekening, rekeningnummer',
    'eigen rekening, iban bban, compte, compte bancaire, numero de compte, num compte, iban auftraggeberkonto, auftraggeberkonto, posted account, iban kontoinhaber, eigen rekeningnummer',
  ),
  // Their own account or the other side's: decided by whether the rows agree, see `recogniseHeader`.
  accountOrCounterparty: list('account number, account no, iban, konto, kontonummer, accountnumber, rekening iban'),
  // A name, or the account beside a column that has the name.
  nameOrCounterparty: list('counterparty, counter party, tegenpartij'),
  // Dutch and Scandinavian for currency, German for value date: decided by the rows.
  valueOrCurrency: list('valuta'),
  memo: list(
    'description, transaction description, memo, details, narrative, narration, particulars, purpose, payment reference, notes',
    'notes and tags, message, verwendungszweck, zweck, vorgang verwendungszweck, beschreibung, betreff, buchungsdetails, text, zahlungsgrund',
    'omschrijving, omschrijving 1, omschrijving 2, omschrijving 3, mededelingen, mededeling, vrije mededeling',
    'libelle, libelle operation, libelle de l operation, libelle simplifie, libelle complementaire, communication, communications, motif, detail',
    'informations complementaires, transaktionsbeschreibung, transaktionsbeschreibung zusatz, description1, description2, description3, toelichting, gestructureerde mededeling, additional information, zahlungsreferenz, remittance information',
  ),
  reference: list(
    'reference, transaction reference, end to end reference, end to end id, kundenreferenz end to end, transaction id, transactionid, id',
    'kundenreferenz, referenz, referentie, transactiereferentie, betalingskenmerk, reference operation, numero de reference, ref, transferwise id',
    'cheque number, check number, check or slip, belegnummer, buchungsreferenz',
  ),
  type: list(
    'type, transaction type, booking type, posting text, buchungstext, umsatztyp, umsatzart, transaktionstyp, vorgang, art, mutatiesoort',
    'type operation, type d operation, type de transaction, code',
  ),
  fee: list('fee, fees, fee amount'),
  status: list('state, status, transaction status, statut'),
}

/**
 * A column's name without case, accents, punctuation and currency: `Betrag (EUR)` and `betrag` are the same. The currency is
 * kept aside, and so is whether the amounts are said to be in cents.
 */
export function normalName(written: string): { name: string; currency?: string; minor: boolean } {
  const currency = /[([]\s*([A-Z]{3}|[€£])\s*[)\]]|\b(?:in|IN)\s+([A-Z]{3}|[€£])\s*$|\s([A-Z]{3}|€|£)$/.exec(
    written.trim(),
  )
  const code = currency?.slice(1).find((part) => part !== undefined)
  const known = code === '€' ? 'EUR' : code === '£' ? 'GBP' : code
  const bare = known === undefined || currency === null ? written : written.replace(currency[0], ' ')
  const name = bare
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const minor = /\b(?:minor|minor units?|cents?|pence|centimes)$/.test(name)
  const plain =
    minor && name !== 'amount minor'
      ? name.replace(/\s*(?:in )?(?:minor|minor units?|cents?|pence|centimes)$/, '')
      : name
  return { name: plain, ...(known !== undefined && { currency: known }), minor }
}

function list(...lines: readonly string[]): readonly string[] {
  return lines.join(', ').split(/,\s*/)
}
