// Accounts and what is on them, by all that is recorded and by booking date.
export { account, accounts } from './accounts.ts'
export { balanceSeries, netWorthSeries } from './balanceSeries.ts'
export { balanceOf, bookedBalanceOf } from './balances.ts'
export type { BookedSpan } from './bookedSpan.ts'
export { bookedSpan } from './bookedSpan.ts'
export type { Worth } from './netWorth.ts'
export { netWorth, netWorthOn } from './netWorth.ts'
