import { useState } from 'react'
import type { BranchEdit } from '../../protocol/calls.ts'
import { useAgent } from '../connection/AgentContext.ts'
import { useCall } from '../connection/useCall.ts'
import { DraftForm } from './DraftForm.tsx'
import { editViews } from './edits.ts'
import { editsInALine } from './editWords.ts'
import { draftProblem } from './payload/PayloadDraft.ts'
import { usePayload } from './usePayload.ts'
import { useTypesOf } from './useTypesOf.ts'

export interface DraftDialogProps {
  store: string
  edit: BranchEdit
  /** It was made, and is shown in the app where somebody wanted that. */
  onMade: (branch: string, isShown: boolean) => void
  onClose: () => void
}

/** Drafts a branch with the app: what it is asked for, and what it says to it. */
export function DraftDialog({ store, edit, onMade, onClose }: DraftDialogProps) {
  const agent = useAgent()
  const written = writtenIn(edit)
  const [type, setType] = useState(written?.type ?? '')
  const [name, setName] = useState('')
  const [isShown, setShown] = useState(true)
  const [isChecked, setChecked] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string>()
  const types = useTypesOf(store, edit)
  const known = useCall('types', written?.kind === 'inserted' ? { store } : undefined)
  const payload = usePayload({
    store,
    type,
    at: written?.kind === 'replaced' ? written.at : undefined,
    text: written?.text ?? '',
    isActive: written !== undefined,
    isTypeKnown: written?.kind === 'replaced' || (known.got?.some((each) => each.type === type) ?? false),
  })

  const whole = written ? withAction(edit, { type, payload: JSON.stringify(payload.draft.value) }) : edit
  const views = editViews(whole, types)
  const problem = !written
    ? undefined
    : type.trim() === ''
      ? 'Choose the type of the action.'
      : (payload.refused ?? draftProblem(payload.field, payload.draft))

  const make = async () => {
    setChecked(true)
    if (problem !== undefined || isBusy) return
    setBusy(true)
    setRefused(undefined)
    try {
      const { branch } = await agent.call('branch', {
        store,
        edit: whole,
        name: name.trim() || editsInALine(views),
      })
      if (isShown) await agent.call('show', { store: branch })
      onMade(branch, isShown)
      onClose()
    } catch (thrown) {
      setRefused(thrown instanceof Error ? thrown.message : String(thrown))
      setBusy(false)
    }
  }

  return (
    <DraftForm
      views={views}
      action={
        written && {
          kind: written.kind,
          type,
          types: known.got ?? [],
          onType: setType,
          field: payload.field,
          draft: payload.draft,
          original: payload.original,
          onDraft: payload.setDraft,
          isWaiting: payload.isWaiting,
        }
      }
      name={name}
      onName={setName}
      isShown={isShown}
      onShown={setShown}
      isChecked={isChecked}
      problem={problem}
      refused={refused}
      isBusy={isBusy}
      onMake={() => void make()}
      onClose={onClose}
    />
  )
}

interface Written {
  readonly kind: 'replaced' | 'inserted'
  /** The record that is replaced, or after which the action is inserted. */
  readonly at: number
  readonly type: string
  readonly text: string
}

/** The action that an edit has somebody write: the first that it replaces or inserts. */
function writtenIn({ replace = {}, insert = {} }: BranchEdit): Written | undefined {
  const [replaced] = Object.entries(replace)
  if (replaced) return { kind: 'replaced', at: Number(replaced[0]), type: replaced[1].type, text: replaced[1].payload }
  const [inserted] = Object.entries(insert)
  const action = inserted?.[1][0]
  return inserted && action && { kind: 'inserted', at: Number(inserted[0]), type: action.type, text: action.payload }
}

function withAction(edit: BranchEdit, action: { readonly type: string; readonly payload: string }): BranchEdit {
  const { replace = {}, insert = {} } = edit
  const [replaced] = Object.keys(replace)
  if (replaced !== undefined) return { ...edit, replace: { ...replace, [Number(replaced)]: action } }
  const [inserted] = Object.entries(insert)
  return inserted ? { ...edit, insert: { ...insert, [Number(inserted[0])]: [action, ...inserted[1].slice(1)] } } : edit
}
