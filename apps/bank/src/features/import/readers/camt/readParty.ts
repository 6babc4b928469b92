import { ibanOf } from '../../../../text/iban.ts'
import type { Counterparty } from '../StatementFile.ts'
import { elementAt, textAt } from './xml.ts'

export type Side = 'Dbtr' | 'Cdtr'

/** Debtor or creditor of a transaction: name, account, bank. Undefined where the transaction says nothing of it. */
export function readParty(transaction: unknown, side: Side): Counterparty | undefined {
  const parties = elementAt(transaction, 'RltdPties')
  // Since version 08 a party is wrapped in Pty or Agt.
  const name =
    textAt(parties, side, 'Nm') ??
    textAt(parties, side, 'Pty', 'Nm') ??
    textAt(parties, side, 'Agt', 'FinInstnId', 'Nm') ??
    textAt(parties, `Ultmt${side}`, 'Nm') ??
    textAt(parties, `Ultmt${side}`, 'Pty', 'Nm')
  const account = accountId(elementAt(parties, `${side}Acct`))
  const bank = institution(elementAt(transaction, 'RltdAgts', `${side}Agt`))
  if (name === undefined && account === undefined) return undefined
  return {
    ...(name !== undefined && { name }),
    ...(account !== undefined && { account }),
    ...(bank !== undefined && { bank }),
  }
}

/** The id of an account element: IBAN, else what the bank wrote. */
export function accountId(account: unknown): string | undefined {
  const id = elementAt(account, 'Id')
  // Version 01 has BBAN and PrtryAcct, later ones Othr.
  const text = textAt(id, 'IBAN') ?? textAt(id, 'Othr', 'Id') ?? textAt(id, 'BBAN') ?? textAt(id, 'PrtryAcct', 'Id')
  return text === undefined ? undefined : (ibanOf(text) ?? text)
}

/** BIC, else name, else clearing number of a bank. */
export function institution(agent: unknown): string | undefined {
  const id = elementAt(agent, 'FinInstnId')
  return (
    textAt(id, 'BICFI') ??
    textAt(id, 'BIC') ??
    textAt(id, 'Nm') ??
    textAt(id, 'NmAndAdr', 'Nm') ??
    textAt(id, 'ClrSysMmbId', 'MmbId')
  )
}
