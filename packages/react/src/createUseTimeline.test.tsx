import { act } from 'react'
import { describe, expect, it } from 'vitest'
import { bank, bankStore } from './bank.fixtures.ts'
import { createHooks } from './createHooks.ts'
import { eachOnAnEmptyPage, mount } from './page.fixtures.tsx'

eachOnAnEmptyPage()

describe('useTimeline', () => {
  it('[RCT-10] shows the playhead and moves it', async () => {
    const store = bankStore()
    const { useTimeline } = createHooks(store)
    let timeline!: ReturnType<typeof useTimeline>
    function Bar() {
      timeline = useTimeline()
      return (
        <>
          {timeline.offset}/{timeline.head} {timeline.status}
        </>
      )
    }
    const page = mount(<Bar />)
    const shown = [page.text]
    expect(timeline.time).toBe(store.timeline.playhead.time)
    await act(() => timeline.seek(0))
    shown.push(page.text)
    act(() => void store.dispatch(bank.renamed('x')))
    shown.push(page.text)
    await act(() => timeline.step(-1))
    shown.push(page.text)
    act(() => void timeline.live())
    shown.push(page.text)
    expect(shown).toEqual(['1/1 live', '0/1 parked', '0/2 parked', '-1/2 parked', '2/2 live'])
  })

  it('[RCT-10] plays, pauses, loops and runs, and shows that it does', async () => {
    const store = bankStore()
    const { useTimeline } = createHooks(store)
    let timeline!: ReturnType<typeof useTimeline>
    function Bar() {
      timeline = useTimeline()
      return (
        <>
          {timeline.offset} {timeline.status}
        </>
      )
    }
    const page = mount(<Bar />)
    const shown: string[] = []
    const show = async (move: () => unknown) => {
      await act(async () => void (await move()))
      shown.push(page.text)
    }
    await show(() => timeline.play({ from: -1, maxIdleMs: 60_000 }))
    await show(() => timeline.pause())
    await show(() => timeline.loop({ from: 0, to: 1 }))
    await show(() => timeline.runUntil((_, { offset }) => offset === 0, { from: -1 }))
    expect(shown).toEqual(['-1 playing', '-1 parked', '0 playing', '0 parked'])
  })

  it('[RCT-10] gives the same object until the playhead moves, and the same functions for good', () => {
    const store = bankStore()
    const { useTimeline } = createHooks(store)
    const seen: ReturnType<typeof useTimeline>[] = []
    function Bar() {
      seen.push(useTimeline())
      return null
    }
    const page = mount(<Bar />)
    page.update(<Bar />)
    act(() => void store.dispatch(bank.renamed('x')))
    expect(seen).toHaveLength(3)
    const [first, again, moved] = seen
    expect(again).toBe(first)
    expect(moved).not.toBe(first)
    const functionsOf = (handle: ReturnType<typeof useTimeline> | undefined) =>
      Object.values(handle ?? {}).filter((field) => typeof field === 'function')
    expect(functionsOf(moved)).toHaveLength(7)
    expect(functionsOf(moved)).toEqual(functionsOf(first))
  })
})
