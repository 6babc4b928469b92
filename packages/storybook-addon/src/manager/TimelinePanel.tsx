/** @jsxRuntime classic */
import * as React from 'react'
import type { API } from 'storybook/manager-api'
import type { StorybookTheme } from 'storybook/theming'
import { styled, useTheme } from 'storybook/theming'
import { DevtoolsFrame } from './DevtoolsFrame.tsx'
import type { ManagerModel } from './ManagerModel.ts'
import { NoStore } from './NoStore.tsx'
import { Heading, Note } from './parts.tsx'
import { SaveStory } from './SaveStory.tsx'
import { StepList } from './StepList.tsx'

/** The panel "Timeline": what the story says of itself, and the devtools on its store. */
export function TimelinePanel({ isActive, model, api }: { isActive: boolean; model: ManagerModel; api: API }) {
  const { story, preview, code, saved } = React.useSyncExternalStore(model.subscribe, model.getView)
  const hasStore = story?.hasStore ?? false
  const problems = story?.problems ?? []
  const theme = useTheme() as StorybookTheme
  return (
    <Panel hidden={!isActive} style={colours(theme)}>
      <Layout>
        <Side hidden={!hasStore && problems.length === 0}>
          {problems.length > 0 && (
            <Part aria-label="Problems of the story">
              <Heading>{problems.length === 1 ? 'A problem' : `${problems.length} problems`}</Heading>
              {problems.map((problem, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: problems are only ever added at the end.
                <Note key={`${at} ${problem.code}`} tone="negative" role="alert">
                  {problem.message}
                </Note>
              ))}
            </Part>
          )}
          {story?.hasStore && (
            <>
              <StepList key={story.storyId} steps={story.steps} onSeek={(to) => model.seek(story.storyId, to)} />
              <SaveStory
                key={`${story.storyId} save`}
                storyId={story.storyId}
                code={code}
                saved={saved}
                model={model}
                api={api}
              />
            </>
          )}
        </Side>
        {story && !hasStore && problems.length === 0 && <NoStore />}
        {/* It stays where it is while a story without a store is shown. */}
        <Devtools hidden={!hasStore}>
          <DevtoolsFrame channel={model.channel} preview={preview} theme={theme.base} />
        </Devtools>
      </Layout>
    </Panel>
  )
}

/** What the parts are drawn in: the manager's own colours. */
const colours = ({ base, color, background, input, appBorderColor, textMutedColor, typography }: StorybookTheme) =>
  ({
    '--text': color.defaultText,
    '--muted': textMutedColor,
    '--line': appBorderColor,
    '--surface': background.content,
    '--ground': background.app,
    '--hover': background.hoverable,
    '--accent': color.secondary,
    '--positive': color.positive,
    '--negative': color.negative,
    '--negative-text': base === 'dark' ? color.negative : color.negativeText,
    '--field': input.background,
    '--field-line': input.border,
    '--mono': typography.fonts.mono,
  }) as React.CSSProperties

const hideable = { '&[hidden]': { display: 'none' } }

const Panel = styled.div({
  blockSize: '100%',
  containerType: 'size',
  background: 'var(--surface)',
  color: 'var(--text)',
  ...hideable,
})

const Layout = styled.div({
  blockSize: '100%',
  display: 'flex',
  // A panel at the side of the story is too narrow for two columns.
  '@container (max-width: 640px)': { flexDirection: 'column' },
})

const Side = styled.div({
  flex: 'none',
  inlineSize: 264,
  overflow: 'auto',
  borderInlineEnd: `1px solid var(--line)`,
  '@container (max-width: 640px)': {
    inlineSize: 'auto',
    maxBlockSize: '40%',
    borderInlineEnd: 0,
    borderBlockEnd: `1px solid var(--line)`,
  },
  ...hideable,
})

const Part = styled.section({ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 6, padding: '10px 12px' })

const Devtools = styled.div({ flex: 1, display: 'flex', minInlineSize: 0, minBlockSize: 0, ...hideable })
