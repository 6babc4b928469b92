// Transfers between own accounts, now or later, carried out by a bank behind a port.

export type { ClearingBank } from './clearing/ClearingBank.ts'
export type { SandboxBank } from './clearing/sandboxBank.ts'
export { sandboxBank } from './clearing/sandboxBank.ts'
export { clearPayment } from './clearPayment.ts'
export { availableOf, payments, pendingPayments, refusedPayments, scheduledPayments } from './payments.ts'
export { waitUntilDue } from './waitUntilDue.ts'
