import { action, createActions, createSlice, createStore } from '@playhead/core'
import { createHooks } from '@playhead/react'
import { useForm } from 'react-hook-form'

interface Transfer {
  payee: string
  amount: string
}

// #region store
const transfers = createActions('transfers', {
  drafted: action<Transfer>(), // when a field is left: worth keeping, and a reload brings it back
  requested: action<Transfer>(), // one record for a form, not one for a key
})

const draft = createSlice('draft', { payee: '', amount: '' } as Transfer, (on) => [
  on(transfers.drafted, (_, { payload }) => payload),
  on(transfers.requested, () => ({ payee: '', amount: '' })),
])
const requested = createSlice('requested', [] as Transfer[], (on) => [
  on(transfers.requested, (state, { payload }) => {
    state.push(payload)
  }),
])

export const store = createStore({ slices: [draft, requested] })
const { useSelector, useActions } = createHooks(store)
// #endregion

// #region form
function TransferForm() {
  const values = useSelector(draft)
  const { drafted, requested } = useActions(transfers)
  // `values` follows the playhead: in the past the form shows what was written there.
  const { register, handleSubmit, getValues, formState } = useForm<Transfer>({ values })
  const { isDirty } = formState // read while rendering, or the form does not watch it
  const keep = () => {
    if (isDirty) drafted(getValues())
  }
  return (
    <form onSubmit={handleSubmit((transfer) => void requested(transfer))} onBlur={keep}>
      <label>
        Payee <input {...register('payee', { required: true })} />
      </label>
      <label>
        Amount <input {...register('amount', { required: true, pattern: /^\d+([.,]\d{2})?$/ })} />
      </label>
      <button type="submit">Request</button>
    </form>
  )
}
// #endregion

export default TransferForm
export { requested }
