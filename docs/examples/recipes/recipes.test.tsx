import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import LazyPage, { store as lazyStore, words } from './codeSplitting.tsx'
import TransferForm, { store as formStore, requested } from './forms.tsx'
import PlacePage, { keepPlaceInUrl, store as placeStore, steps } from './placeInUrl.tsx'
import RatePage, { store as rateStore } from './serverData.tsx'
import { hydrate, render as renderOnServer, shelf } from './serverRendering.tsx'

afterEach(cleanup)

describe('recipes', () => {
  it('TanStack Query: an answer is a record, and a replay needs no server', async () => {
    render(<RatePage />)
    expect(await screen.findByText('1.08')).toBeVisible()
    expect(rateStore.recordAt(0)).toMatchObject({ type: 'rates/arrived', payload: { pair: 'EUR/USD', rate: 1.08 } })
    await act(() => rateStore.timeline.seek(-1))
    expect(screen.queryByText('1.08')).toBeNull()
  })

  it('place in the URL: read when the page opens and on the way back, written when the playhead moves', async () => {
    for (const metres of [10, 20, 30]) placeStore.dispatch(steps.walked(metres))
    window.history.replaceState(null, '', '?at=1&theme=dark')
    const stop = await keepPlaceInUrl(window)
    render(<PlacePage />)
    expect(screen.getByText('30 m, then')).toBeVisible()
    await act(() => placeStore.timeline.seek(0))
    expect(window.location.search).toBe('?at=0&theme=dark')
    act(() => placeStore.timeline.live())
    expect(window.location.search).toBe('?theme=dark')
    window.history.replaceState(null, '', '?at=99')
    await act(async () => void window.dispatchEvent(new PopStateEvent('popstate')))
    expect(placeStore.timeline.playhead.status).toBe('live')
    stop()
  })

  it('forms: a record when a field is left, one when it is sent, none for a key', async () => {
    render(<TransferForm />)
    const payee = screen.getByLabelText('Payee')
    fireEvent.change(payee, { target: { value: 'Ad' } })
    fireEvent.change(payee, { target: { value: 'Ada' } })
    fireEvent.blur(payee)
    await waitFor(() => expect(formStore.timeline.playhead.head).toBe(0))
    fireEvent.change(screen.getByLabelText('Amount'), { target: { value: '5.00' } })
    fireEvent.click(screen.getByRole('button', { name: 'Request' }))
    await waitFor(() => expect(formStore.get(requested)).toEqual([{ payee: 'Ada', amount: '5.00' }]))
    expect(payee).toHaveValue('')
    await act(() => formStore.timeline.seek(0))
    expect(payee).toHaveValue('Ada')
  })

  it('code splitting: a slice that comes late knows what came before it', async () => {
    lazyStore.dispatch([words.said('a'), words.said('longer')])
    await act(async () => void render(<LazyPage />))
    expect(await screen.findByText('longer')).toBeVisible()
  })

  it('server rendering: the page is taken over as it is, without a warning', async () => {
    document.body.innerHTML = await renderOnServer(['tea', '</script><b>cup</b>'])
    const before = document.getElementById('root')?.innerHTML
    const complained = vi.spyOn(console, 'error')
    let store: ReturnType<typeof hydrate> | undefined
    await act(async () => {
      store = hydrate(document)
    })
    expect(document.getElementById('root')?.innerHTML).toBe(before)
    fireEvent.click(screen.getByRole('button', { name: 'tea' }))
    expect(screen.getByRole('button', { name: 'tea' })).toHaveAttribute('aria-pressed', 'true')
    expect(store?.get(shelf).products).toHaveLength(2)
    expect(complained).not.toHaveBeenCalled()
    document.body.innerHTML = ''
  })
})
