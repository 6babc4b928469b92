import type { CallHandlers } from '../../protocol/serveAgent.ts'
import { branchOnly } from '../branches/branchOnly.ts'
import { forked } from '../branches/forked.ts'
import type { Answering } from './Answering.ts'

type BranchCalls = Pick<CallHandlers, 'branch' | 'branchEdit' | 'renameBranch' | 'deleteBranch' | 'show'>

/** What if: branches of a store. */
export const branchCalls = ({ stores }: Answering): BranchCalls => ({
  async branch({ store: id, edit, name }) {
    const parent = stores.get(id)
    const branch = await forked(parent, edit)
    return { branch: stores.addBranch(parent, branch, { edit, ...(name !== undefined && { name }) }).id }
  },
  branchEdit({ store: id }) {
    const { edit, parent } = branchOnly(stores.get(id))
    const offsets = [
      ...(edit.without ?? []),
      ...(edit.order ?? []),
      ...Object.keys(edit.replace ?? {}).map(Number),
      ...Object.keys(edit.insert ?? {}).map(Number),
    ]
    const types: { [offset: number]: string } = {}
    for (const offset of offsets) {
      const record = parent.store.store.recordAt(offset)
      if (record) types[offset] = record.type
    }
    return { edit, types }
  },
  renameBranch({ store, name }) {
    stores.rename(stores.get(store), name)
    return undefined
  },
  deleteBranch({ store: id }) {
    const store = stores.get(id)
    if (!store.isSession) branchOnly(store)
    stores.remove(store)
    return undefined
  },
  show({ store }) {
    stores.show(stores.get(store))
    return undefined
  },
})
