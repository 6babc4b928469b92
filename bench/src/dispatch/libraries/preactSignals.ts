import { batch, computed, effect, signal } from '@preact/signals-core'
import type { Account, Contestant } from '../Contestant.ts'

/** A signal a row, a computed balance of each, read by an effect. */
export const preactSignals: Contestant = {
  counter() {
    const count = signal(0)
    return {
      increment: () => {
        count.value++
      },
      read: () => count.value,
    }
  },
  accounts({ rows, watched, changed }) {
    const byId = new Map(rows.map((row) => [row.id, signal(row)]))
    let isFirstRun = true
    for (const { id } of watched) {
      const balance = computed(() => byId.get(id)?.value.minor as number)
      effect(() => {
        const minor = balance.value
        if (!isFirstRun) changed(minor)
      })
    }
    isFirstRun = false
    return {
      set(at, minor) {
        const row = byId.get((rows[at] as Account).id)
        if (row) row.value = { ...row.peek(), minor }
      },
      addToAll: (minor) =>
        batch(() => {
          for (const row of byId.values()) row.value = { ...row.peek(), minor: row.peek().minor + minor }
        }),
    }
  },
}
