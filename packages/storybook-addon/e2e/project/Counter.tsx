import { count, counter } from './counter.ts'
import { useActions, useSelector } from './hooks.ts'

export function Counter() {
  const { value } = useSelector(count)
  const { added } = useActions(counter)
  if (value === 13) throw new Error('nobody counts to 13')
  return (
    <p>
      <output>{value}</output>{' '}
      <button type="button" onClick={() => added({ by: 1 })}>
        Count
      </button>
    </p>
  )
}
