import { autorun, makeAutoObservable, observable, runInAction } from 'mobx'
import type { Account, Contestant } from '../Contestant.ts'

/** Observable objects in an observable map, changed in place, each read by a reaction. */
export const mobx: Contestant = {
  counter() {
    const counter = makeAutoObservable({
      n: 0,
      increment() {
        this.n++
      },
    })
    return { increment: () => counter.increment(), read: () => counter.n }
  },
  accounts({ rows, watched, changed }) {
    const byId = observable.map<string, Account & { minor: number }>(rows.map((row) => [row.id, { ...row }]))
    let isFirstRun = true
    for (const { id } of watched) {
      autorun(() => {
        const minor = byId.get(id)?.minor as number
        if (!isFirstRun) changed(minor)
      })
    }
    isFirstRun = false
    return {
      set: (at, minor) =>
        runInAction(() => {
          const row = byId.get((rows[at] as Account).id)
          if (row) row.minor = minor
        }),
      addToAll: (minor) =>
        runInAction(() => {
          for (const row of byId.values()) row.minor += minor
        }),
    }
  },
}
