import { computed, effect, endBatch, signal, startBatch } from 'alien-signals'
import type { Account, Contestant } from '../Contestant.ts'

/** A signal a row, a computed balance of each, read by an effect. */
export const alienSignals: Contestant = {
  counter() {
    const count = signal(0)
    return { increment: () => count(count() + 1), read: () => count() }
  },
  accounts({ rows, watched, changed }) {
    const byId = new Map(rows.map((row) => [row.id, signal(row)]))
    let isFirstRun = true
    for (const { id } of watched) {
      const balance = computed(() => byId.get(id)?.().minor as number)
      effect(() => {
        const minor = balance()
        if (!isFirstRun) changed(minor)
      })
    }
    isFirstRun = false
    return {
      set(at, minor) {
        const row = byId.get((rows[at] as Account).id)
        row?.({ ...row(), minor })
      },
      addToAll(minor) {
        startBatch()
        for (const row of byId.values()) row({ ...row(), minor: row().minor + minor })
        endBatch()
      },
    }
  },
}
