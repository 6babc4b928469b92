import type { JsonValue } from '@playhead/core'
import { Banner, Button, Checkbox, Dialog, Skeleton, TextField } from '@playhead/ui'
import { GitBranch } from 'lucide-react'
import type { TypeSeen } from '../../protocol/rows.ts'
import { TypeField } from '../dispatch/TypeField.tsx'
import { formatCount } from '../records/format.ts'
import styles from './DraftForm.module.css'
import { EditList } from './EditList.tsx'
import type { EditView } from './edits.ts'
import { editsInALine } from './editWords.ts'
import type { Field } from './payload/Field.ts'
import type { PayloadDraft } from './payload/PayloadDraft.ts'
import { PayloadEditor } from './payload/PayloadEditor.tsx'

/** The action that somebody writes for a branch. */
export interface DraftedAction {
  readonly kind: 'replaced' | 'inserted'
  readonly type: string
  /** To choose from, where it is a new one. */
  readonly types: readonly TypeSeen[]
  readonly onType: (type: string) => void
  readonly field: Field | undefined
  readonly draft: PayloadDraft
  readonly original: JsonValue | undefined
  readonly onDraft: (draft: PayloadDraft) => void
  readonly isWaiting: boolean
}

export interface DraftFormProps {
  views: readonly EditView[]
  action: DraftedAction | undefined
  name: string
  onName: (name: string) => void
  isShown: boolean
  onShown: (isShown: boolean) => void
  /** Somebody has tried to make it: what is wrong is said. */
  isChecked: boolean
  problem: string | undefined
  /** What the app said to it. */
  refused: string | undefined
  isBusy: boolean
  onMake: () => void
  onClose: () => void
}

/** What would be different in a branch, its name, and the button that makes it. */
export function DraftForm(props: DraftFormProps) {
  const { views, action, name, onName, isShown, onShown, isChecked, problem, refused, isBusy, onMake, onClose } = props
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
      size={action ? 'lg' : 'md'}
      title={titleOf(views)}
      description="Makes a branch of the log. What was recorded stays as it is."
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" icon={<GitBranch />} isPending={isBusy} onPress={onMake}>
            Make the branch
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        data-density="compact"
        onSubmit={(event) => {
          event.preventDefault()
          onMake()
        }}
      >
        {refused !== undefined && (
          <Banner kind="error" title="The app refused this branch">
            {refused}
          </Banner>
        )}
        {isChecked && problem !== undefined && (
          <Banner kind="warning" announce="assertive">
            {problem}
          </Banner>
        )}
        {action?.kind === 'inserted' && <TypeField types={action.types} value={action.type} onChange={action.onType} />}
        {action &&
          action.type !== '' &&
          (action.isWaiting ? (
            <div className={styles.waiting} role="status" aria-label="Loading the payload">
              <Skeleton inlineSize="60%" />
              <Skeleton inlineSize="40%" />
            </div>
          ) : (
            <PayloadEditor
              key={action.type}
              field={action.field}
              draft={action.draft}
              original={action.original}
              isChecked={isChecked}
              onChange={action.onDraft}
            />
          ))}
        {!action && <EditList views={views} />}
        <TextField
          label="Name of the branch"
          value={name}
          onChange={onName}
          placeholder={editsInALine(views)}
          maxLength={NAME_LENGTH_MAX}
        />
        <Checkbox isSelected={isShown} onChange={onShown}>
          Show it in the app
        </Checkbox>
        <button type="submit" hidden>
          Make the branch
        </button>
      </form>
    </Dialog>
  )
}

function titleOf(views: readonly EditView[]): string {
  const [view, ...others] = views
  if (!view || others.length > 0) return 'What if'
  switch (view.kind) {
    case 'without':
      return view.from === view.to
        ? `What if record ${formatCount(view.from)} had not happened?`
        : `What if ${formatCount(view.to - view.from + 1)} records had not happened?`
    case 'replaced':
      return `What if record ${formatCount(view.at)} had been different?`
    case 'inserted':
      return view.after < 0
        ? 'What if something had happened first?'
        : `What if something had happened after ${formatCount(view.after)}?`
    default:
      return 'What if the order had been another?'
  }
}

const NAME_LENGTH_MAX = 120
