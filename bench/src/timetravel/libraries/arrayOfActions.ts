import type { OpenHistory } from '../Historian.ts'

/** No library: the actions in an array, and no state. Nobody who keeps them as objects can go below. */
export const arrayOfActions: OpenHistory = (past) => {
  const actions = [...past]
  const cannot = () => {
    throw new Error('An array of actions does not travel.')
  }
  return { dispatch: (action) => void actions.push(action), seek: cannot, stepBack: cannot, total: cannot }
}
