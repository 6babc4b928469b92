import { stateHash } from '../codec/stateHash.ts'
import type { SessionHash } from './Session.ts'

/** Hashes a state, whole and by slice. */
export function hashOfState(of: SessionHash['of'], state: object): SessionHash {
  return {
    of,
    state: stateHash(state),
    slices: new Map(Object.entries(state).map(([slice, value]) => [slice, stateHash(value)])),
  }
}
