import type { StoreOverview } from '../../protocol/overview.ts'
import type { Preview } from '../../protocol/Preview.ts'
import type { BankOptions } from '../records/records.fixtures.ts'
import { bankLog, bankScript } from '../records/records.fixtures.ts'

const number = (text: string): Preview => ({ kind: 'number', text })
const string = (text: string): Preview => ({ kind: 'string', text, more: 0 })

/** JSON Schema of a transfer, as an action with a schema offers it. */
export const transferSchema = JSON.stringify({
  type: 'object',
  properties: {
    from: { type: 'string', minLength: 1, description: 'The account that pays' },
    to: { type: 'string', minLength: 1 },
    minor: { type: 'integer', minimum: 1, description: 'In cents' },
    kind: { enum: ['once', 'standing'] },
    urgent: { type: 'boolean' },
    purpose: { type: 'object', properties: { text: { type: 'string', maxLength: 140 } }, required: ['text'] },
  },
  required: ['from', 'to', 'minor'],
})

const branchOf = (main: StoreOverview, id: string, name: string, at: number, records: number): StoreOverview => ({
  ...main,
  id,
  name,
  parent: { id: main.id, at },
  shown: false,
  playhead: { ...main.playhead, offset: records - 1, head: records - 1 },
})

/** A store with three branches, one of them with a branch of its own. */
export function branchedStores(main: StoreOverview): readonly StoreOverview[] {
  const rent = branchOf(main, 'b1', 'Without the rent', 1_203, 1_999)
  return [
    main,
    rent,
    branchOf(main, 'b2', '1,500 bank/transferred with another payload', 1_499, 2_000),
    branchOf({ ...rent, name: 'bank' }, 'b3', 'And with a savings account', 1_206, 2_000),
  ]
}

const edits = {
  b1: { edit: { at: 1_999, without: [1_204] }, types: { 1204: 'bank/transferred' } },
  b2: {
    edit: { at: 1_999, replace: { 1500: { type: 'bank/transferred', payload: '{}' } } },
    types: { 1500: 'bank/transferred' },
  },
  b3: {
    edit: {
      at: 1_998,
      insert: { 1206: [{ type: 'bank/opened', payload: '{}' }] },
      order: [1_301, 1_302, 1_303, 1_300],
      without: [1_400, 1_401, 1_402, 1_500],
    },
    types: {
      1300: 'search/typed',
      1400: 'prices/ticked',
      1401: 'prices/ticked',
      1402: 'prices/ticked',
      1500: 'bank/transferred',
    },
  },
} as const

/** What an agent answers about branches, beside records. */
export function branchScript(options: BankOptions = {}) {
  return bankScript(bankLog(2_000), {
    stores: branchedStores,
    ...options,
    calls: {
      branchEdit: ({ store }) => edits[store as keyof typeof edits] ?? { edit: { at: 0 }, types: {} },
      compare: ({ after }) =>
        after.store === 'b2'
          ? { changes: [], more: 0 }
          : {
              changes: [
                {
                  kind: 'changed',
                  path: ['ledger', 'accounts', 'giro-1', 'minor'],
                  before: number('120450'),
                  after: number('204450'),
                },
                {
                  kind: 'changed',
                  path: ['ledger', 'accounts', 'rent', 'minor'],
                  before: number('84000'),
                  after: number('0'),
                },
                { kind: 'added', path: ['ledger', 'notes', 0], after: string('Rent is missing') },
              ],
              more: 0,
            },
      payloadShape: ({ type }) => ({
        schema: type === 'bank/transferred' ? transferSchema : undefined,
        seen:
          type === 'bank/transferred'
            ? ['{"from":"giro-1","to":"savings","minor":84000}']
            : type === 'bank/opened'
              ? ['giro-1', 'giro-2', 'savings', 'giro-1', 'giro-2', 'savings'].map((id, at) =>
                  JSON.stringify({ id, owner: 'Anna', currency: 'EUR', at: { $date: `2026-11-2${at}T09:00:00.000Z` } }),
                )
              : [],
        records: 12,
      }),
      branch: () => ({ branch: 'b4' }),
      show: () => undefined,
      renameBranch: () => undefined,
      deleteBranch: () => undefined,
      ...options.calls,
    },
  })
}
