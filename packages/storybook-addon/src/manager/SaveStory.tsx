/** @jsxRuntime classic */
import * as React from 'react'
import { Button } from 'storybook/internal/components'
import { storyNameFromExport, toId } from 'storybook/internal/csf'
import type { API } from 'storybook/manager-api'
import { useStorybookState } from 'storybook/manager-api'
import { styled } from 'storybook/theming'
import type { CodeTold, SavedTold } from '../channel/events.ts'
import { EXPORT_NAME } from '../channel/exportName.ts'
import type { ManagerModel } from './ManagerModel.ts'
import { Code, Heading, Muted, Note } from './parts.tsx'

interface SaveStoryProps {
  storyId: string
  code: CodeTold | undefined
  saved: SavedTold | undefined
  model: ManagerModel
  api: API
}

/** Makes the log, as it is now, a story of its own: as code to copy, and written into the file by `storybook dev`. */
export function SaveStory({ storyId, code, saved, model, api }: SaveStoryProps) {
  const [name, setName] = React.useState('')
  const id = React.useId()
  const { index } = useStorybookState()
  const entry = index?.[storyId]
  const story = entry?.type === 'story' ? entry : undefined
  if (!story) return null
  const { importPath, title } = story
  const from = 'exportName' in story && typeof story.exportName === 'string' ? story.exportName : undefined
  if (from === undefined) return null
  const isName = EXPORT_NAME.test(name)
  const savedId = saved && !saved.problem ? toId(title, storyNameFromExport(saved.name)) : undefined

  return (
    <Form
      aria-label="Save as story"
      onSubmit={(event) => {
        event.preventDefault()
        if (isName) model.askCode(storyId, { from, name })
      }}
    >
      <Heading>Save as story</Heading>
      <label htmlFor={id}>Name of the new export</label>
      <Row>
        <input
          id={id}
          value={name}
          placeholder="AfterTheTransfer"
          spellCheck={false}
          autoComplete="off"
          aria-invalid={name !== '' && !isName}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" size="small" ariaLabel={false} disabled={!isName}>
          Show code
        </Button>
      </Row>
      {name !== '' && !isName && (
        <Muted>A name of JavaScript that begins with a capital letter, such as AfterTheTransfer.</Muted>
      )}
      {code && (
        <>
          <Code tabIndex={0} aria-label="Code of the story">
            {code.code}
          </Code>
          <Row>
            <CopyButton text={code.code} />
            {hasServer() && !savedId && (
              <Button
                type="button"
                size="small"
                variant="solid"
                ariaLabel={false}
                onClick={() => model.save({ storyId, importPath, name: code.name, code: code.code })}
              >
                Save into the file
              </Button>
            )}
            {savedId && (
              <Button
                type="button"
                size="small"
                variant="solid"
                ariaLabel={false}
                disabled={!index?.[savedId]}
                onClick={() => api.selectStory(savedId)}
              >
                Open the story
              </Button>
            )}
          </Row>
        </>
      )}
      <div role="status">
        {saved?.problem && <Note tone="negative">{saved.problem.message}</Note>}
        {savedId && <Note tone="positive">{`${saved?.name} is in ${importPath}.`}</Note>}
      </div>
    </Form>
  )
}

function CopyButton({ text }: { text: string }) {
  const [copied, setCopied] = React.useState<string>()
  return (
    <Button
      type="button"
      size="small"
      ariaLabel={false}
      onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(text))}
    >
      {copied === text ? 'Copied' : 'Copy'}
    </Button>
  )
}

/** A built Storybook has no server that could write a file. */
const hasServer = () => (globalThis as { CONFIG_TYPE?: string }).CONFIG_TYPE === 'DEVELOPMENT'

const Form = styled.form({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 6,
  padding: '10px 12px',
  borderBlockStart: `1px solid var(--line)`,
  '& label': { fontSize: 12, color: 'var(--muted)' },
  '& input': {
    flex: 1,
    minInlineSize: 0,
    blockSize: 28,
    padding: '0 8px',
    border: `1px solid var(--field-line)`,
    borderRadius: 4,
    background: 'var(--field)',
    color: 'var(--text)',
    font: 'inherit',
    fontSize: 12,
  },
  '& input:focus-visible': { outline: `2px solid var(--accent)`, outlineOffset: -1 },
  '& input[aria-invalid="true"]': { borderColor: 'var(--negative)' },
})

const Row = styled.div({ display: 'flex', gap: 6, alignItems: 'center' })
