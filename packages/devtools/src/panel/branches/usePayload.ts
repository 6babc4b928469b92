import type { JsonValue } from '@playhead/core'
import { useMemo, useState } from 'react'
import type { AgentError } from '../../protocol/connectPanel.ts'
import { useCall } from '../connection/useCall.ts'
import type { Field } from './payload/Field.ts'
import { fieldOfSchema } from './payload/fieldOfSchema.ts'
import { fieldOfSeen } from './payload/fieldOfSeen.ts'
import type { PayloadDraft } from './payload/PayloadDraft.ts'
import { readText } from './payload/readText.ts'

export interface PayloadOf {
  readonly store: string
  readonly type: string
  /** The record whose payload is edited; `undefined` for a new one. */
  readonly at: number | undefined
  /** What it begins with, by the codec's text; empty where that is to be fetched. */
  readonly text: string
  readonly isActive: boolean
  /** The app knows payloads of the type. */
  readonly isTypeKnown: boolean
}

/** A payload to be written: how it is filled in, what it was, and what it is by now. */
export function usePayload({ store, type, at, text, isActive, isTypeKnown }: PayloadOf) {
  const isKnown = isActive && isTypeKnown
  const shape = useCall('payloadShape', isKnown ? { store, type } : undefined)
  const fetched = useCall(
    'text',
    isActive && at !== undefined && text === ''
      ? { store, value: { of: 'payload', at }, path: [], as: 'stored' }
      : undefined,
  )
  const [written, setWritten] = useState<{ readonly type: string; readonly draft: PayloadDraft }>()

  const got = isKnown && !shape.waiting ? shape.got : undefined
  const field = useMemo((): Field | undefined => {
    if (!got) return undefined
    const ofSchema = got.schema === undefined ? undefined : fieldOfSchema(got.schema)
    return ofSchema ?? fieldOfSeen(valuesOf(got.seen))
  }, [got])

  const isCut = (fetched.got?.more ?? 0) > 0
  const begun = text !== '' ? text : at !== undefined ? fetched.got?.text : got?.seen[0]
  const original = useMemo(() => (begun === undefined ? undefined : readText(begun).value), [begun])
  const draft: PayloadDraft = written?.type === type ? written.draft : { value: original ?? NO_PAYLOAD, texts: {} }
  const refused: AgentError | undefined = fetched.refused
  return {
    field,
    draft,
    /** Of the record that is edited. */
    original: at === undefined ? undefined : original,
    setDraft: (next: PayloadDraft) => setWritten({ type, draft: next }),
    isWaiting: (isKnown && got === undefined && !shape.refused) || (fetched.waiting && !fetched.refused),
    refused:
      refused?.message ??
      (isCut
        ? 'The payload is too long to be edited here: a part of it would be lost. Skip the record, and insert another.'
        : undefined),
  }
}

const NO_PAYLOAD: JsonValue = { $undefined: true }

const valuesOf = (texts: readonly string[]): readonly JsonValue[] =>
  texts.flatMap((text) => {
    const { value } = readText(text)
    return value === undefined ? [] : [value]
  })
