import type { Channel } from './channel/channelWire.ts'
import type { SaveAsked, SavedTold } from './channel/events.ts'
import { EVENTS } from './channel/events.ts'
import { saveStory } from './server/saveStory.ts'

/** Storybook calls it in `storybook dev`, with the channel to the manager: "Save into the file" is answered here. */
export async function experimental_serverChannel(channel: Channel): Promise<Channel> {
  channel.on(EVENTS.save, async (asked: SaveAsked) => {
    const problem = await saveStory(process.cwd(), asked)
    const { storyId, name } = asked
    channel.emit(EVENTS.saved, { storyId, name, ...(problem && { problem }) } satisfies SavedTold)
  })
  return channel
}
