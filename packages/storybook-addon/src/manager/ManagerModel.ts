import type { Channel } from '../channel/channelWire.ts'
import type { CodeTold, SaveAsked, SavedTold, StoryTold } from '../channel/events.ts'
import { EVENTS } from '../channel/events.ts'

/** What the panel shows: what preview and server have told. The same object until something of it changes. */
export interface ManagerView {
  readonly story: StoryTold | undefined
  /** Counts the previews that were loaded: each has an agent of its own. */
  readonly preview: number
  readonly code: CodeTold | undefined
  readonly saved: SavedTold | undefined
}

/** The manager's end of the channel. */
export class ManagerModel {
  readonly channel: Channel
  readonly #listeners = new Set<() => void>()
  #view: ManagerView = { story: undefined, preview: 0, code: undefined, saved: undefined }

  constructor(channel: Channel) {
    this.channel = channel
    channel.on(EVENTS.previewLoaded, () => this.#set({ preview: this.#view.preview + 1 }))
    channel.on(EVENTS.story, (story: StoryTold) => {
      const isAnother = story.storyId !== this.#view.story?.storyId
      this.#set({
        story,
        // It was loaded before the manager listened.
        preview: Math.max(this.#view.preview, 1),
        ...(isAnother && { code: undefined, saved: undefined }),
      })
    })
    channel.on(EVENTS.codeGiven, (code: CodeTold) => this.#set({ code, saved: undefined }))
    channel.on(EVENTS.saved, (saved: SavedTold) => this.#set({ saved }))
    channel.emit(EVENTS.asked)
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getView = (): ManagerView => this.#view

  seek(storyId: string, to: number): void {
    this.channel.emit(EVENTS.seek, { storyId, to })
  }

  askCode(storyId: string, { from, name }: { readonly from: string; readonly name: string }): void {
    this.channel.emit(EVENTS.codeAsked, { storyId, from, name })
  }

  save(asked: SaveAsked): void {
    this.channel.emit(EVENTS.save, asked)
  }

  closeCode(): void {
    this.#set({ code: undefined, saved: undefined })
  }

  #set(change: Partial<ManagerView>): void {
    this.#view = { ...this.#view, ...change }
    for (const listener of [...this.#listeners]) listener()
  }
}
