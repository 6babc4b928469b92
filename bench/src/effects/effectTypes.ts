/** Action types, made once: what is measured is not the making of texts. */
export const effectTypes = (effects: number): readonly { readonly ping: string; readonly pong: string }[] =>
  Array.from({ length: effects }, (_, at) => ({ ping: `bench/ping${at}`, pong: `bench/pong${at}` }))

export interface Counted {
  readonly pongs: number
  readonly others: number
}

export const nothingCounted: Counted = { pongs: 0, others: 0 }

export const OTHER = 'bench/other'

/** The reducer of all who take plain ones. */
export function count(state: Counted = nothingCounted, { type }: { readonly type: string }): Counted {
  if (type.startsWith('bench/pong')) return { ...state, pongs: state.pongs + 1 }
  return type === OTHER ? { ...state, others: state.others + 1 } : state
}
