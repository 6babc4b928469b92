import { createElement } from 'react'
import type { Renderer, StepLabel, StoryContext } from 'storybook/internal/csf'
import { addons } from 'storybook/preview-api'
import type { Channel } from './channel/channelWire.ts'
import type { PlayheadParameter, StoryPlace } from './preview/PlayheadParameter.ts'
import { StoryStores } from './preview/StoryStores.ts'

let made: StoryStores | undefined

/** Made when the first story is: Storybook's channel is there by then. */
function stores(): StoryStores {
  made ??= new StoryStores(channelOfPreview())
  return made
}

/** Makes the store before the story is drawn, so that its first drawing is that of the place where it is parked. */
export const loaders = [
  async (context: StoryContext<Renderer>) => ({
    playhead: await stores().open(elementOf(context), {
      id: context.id,
      title: `${context.title}: ${context.name}`,
      parameter: parameterOf(context),
      hasPlay: 'playFunction' in context && context.playFunction !== undefined,
      at: placeOf(context.globals.playhead),
    }),
  }),
]

/** When the story is left, its store is closed: none leaks into the next. */
export const beforeEach = (context: StoryContext<Renderer>) => () => stores().close(elementOf(context))

export const afterEach = (context: StoryContext<Renderer>) => stores().played(elementOf(context))

export const decorators = [
  (story: () => unknown, context: StoryContext<Renderer>): unknown => {
    const { provider } = parameterOf(context)
    const opened = stores().of(elementOf(context))
    if (!provider || !opened) return story()
    // Another key for another store: no component of it keeps what it had from the one before.
    return createElement(provider, { store: opened.store, key: context.id }, createElement(story as () => null))
  },
]

/** Notes which records each step of `play` led to. */
export const runStep = async (
  label: StepLabel,
  play: (context: StoryContext<Renderer>) => unknown,
  context: StoryContext<Renderer>,
): Promise<void> => {
  const opened = stores().of(elementOf(context))
  if (opened) await opened.step(label, () => play(context))
  else await play(context)
}

export const globalTypes = {
  playhead: {
    description: 'Where the story stands in its log',
    toolbar: {
      title: 'Playhead',
      icon: 'timer',
      dynamicTitle: true,
      items: [
        { value: 'story', title: 'As the story says' },
        { value: 'start', title: 'Before the first record' },
        { value: 'middle', title: 'In the middle' },
        { value: 'live', title: 'At the end, live' },
      ],
    },
  },
}

export const initialGlobals = { playhead: 'story' }

function channelOfPreview(): Channel | undefined {
  try {
    return addons.getChannel()
  } catch {
    // Stories that run outside of Storybook have no manager to talk to.
    return undefined
  }
}

const parameterOf = ({ parameters }: StoryContext<Renderer>): PlayheadParameter =>
  (parameters.playhead as PlayheadParameter | undefined) ?? {}

/** A story is known by the element that it is drawn in; by its id where there is none yet. */
function elementOf({ canvasElement, id }: StoryContext<Renderer>): object {
  if (canvasElement) return canvasElement as object
  const known = byId.get(id) ?? {}
  byId.set(id, known)
  return known
}

const byId = new Map<string, object>()

function placeOf(chosen: unknown): StoryPlace | undefined {
  if (chosen === 'start') return -1
  return chosen === 'middle' || chosen === 'live' ? chosen : undefined
}
