import type { Path } from '@playhead/core'
import { useState } from 'react'
import { useCall } from '../../connection/useCall.ts'
import { formatCount } from '../format.ts'
import { tokensOf } from './filterText.ts'
import { printPath, readPath } from './pathText.ts'
import type { FilterValues } from './suggest.ts'

/** What filters can be of in a store. Asked for once somebody writes, and no sooner. */
export function useFilterValues(store: {
  readonly id: string
  readonly effects: readonly string[]
  readonly head: number
}) {
  const [written, setWritten] = useState<string>()
  const isAsked = written !== undefined
  const parent = isAsked ? pathBegun(written) : undefined
  const { got: types } = useCall('types', isAsked ? { store: store.id } : undefined)
  const { got: origins } = useCall(
    'density',
    written?.includes('origin:')
      ? { store: store.id, from: 0, to: Math.max(0, store.head), buckets: 1, tracks: 'origin' }
      : undefined,
  )
  const { got: children } = useCall(
    'children',
    parent && { store: store.id, value: { of: 'state', at: 'live' }, path: parent, from: 0, to: CHILDREN_MAX },
  )
  const values: FilterValues = {
    types: (types ?? []).map(({ type, records }) => ({ value: type, hint: formatCount(records) })),
    effects: store.effects.map((value) => ({ value, hint: '' })),
    origins: (origins ?? []).map(({ track, counts }) => ({
      value: track,
      hint: formatCount(counts.reduce((sum, count) => sum + count, 0)),
    })),
    paths: (parent && children ? children : []).map(({ key, value }) => ({
      value: printPath([...(parent ?? []), key]),
      hint: 'label' in value ? value.label : value.kind,
    })),
  }
  return { values, onWrite: setWritten }
}

/** The value whose keys are asked for while a path is written; `undefined` while none is. */
function pathBegun(text: string): Path | undefined {
  const token = tokensOf(text).find(({ prefix }) => prefix?.toLowerCase() === 'path:')
  if (!token) return undefined
  const begun = token.value.replace(/(?:^|\.)[^.[\]"]*$|\[[^\]]*$/, '')
  const path = begun === '' ? [] : readPath(begun)
  return typeof path === 'string' ? undefined : path
}

const CHILDREN_MAX = 60
