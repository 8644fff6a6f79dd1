import type { JSX } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { call, messageOf } from './api.ts'
import { ExchangeDetails } from './exchange-details.tsx'
import { clearJournal, exchanges, feedError, followExchanges, isPaused, missed, pause } from './exchange-feed.ts'
import type { Exchange } from './exchange-feed.ts'
import { shownExchanges } from './exchange-filter.ts'
import { ExchangeFilters } from './exchange-filters.tsx'
import { ExchangeRow } from './exchange-row.tsx'
import { HarButton } from './har-button.tsx'
import { goTo, hrefTo, place, world, worldUrl } from './place.ts'
import { token } from './token.ts'
import { VirtualList } from './virtual-list.tsx'

/** The exchanges of the world as they come, with the details of the one that is chosen. */
export function Live (): JSX.Element {
  const [chosen] = place.value.rest
  const [error, setError] = useState('')
  useEffect(() => {
    const abort = new AbortController()
    followExchanges(abort.signal)
    return () => abort.abort()
  }, [world.value, token.value])
  const clear = async (): Promise<void> => setError(await clearJournal().then(() => '', messageOf))

  const shown = shownExchanges.value
  return (
    <div class={chosen === undefined ? 'live' : 'live has-details'}>
      <div class='live-list'>
        <div class='bar'>
          <h1>Live</h1>
          <output class='quiet'>{countText(shown.length)}</output>
          <span class='actions'>
            <button type='button' aria-pressed={isPaused.value} onClick={() => pause(!isPaused.value)}>
              {isPaused.value ? `Go on${missed.value > 0 ? ` (${missed.value} new)` : ''}` : 'Pause'}
            </button>
            <HarButton world={world.value} ids={shown.map(({ id }) => id)} />
            <button type='button' onClick={clear}>Clear</button>
          </span>
        </div>
        <ExchangeFilters />
        <p class='is-wrong' role='alert'>{error || feedError.value}</p>
        {shown.length === 0
          ? <Nothing />
          : (
            <VirtualList
              label='Exchanges, newest first' items={shown} keyOf={({ id }) => id} rowHeight={38}
              chosen={chosen} onChoose={id => goTo(hrefTo('live', id))} Row={ExchangeRow}
            />
            )}
      </div>
      {chosen !== undefined && <Chosen id={chosen} />}
    </div>
  )
}

function countText (count: number): string {
  const total = exchanges.value.length
  const noun = total === 1 ? 'exchange' : 'exchanges'
  return count === total ? `${total} ${noun}` : `${count} of ${total} ${noun}`
}

function Nothing (): JSX.Element {
  if (exchanges.value.length > 0) return <p class='panel'>No exchange matches the filter.</p>
  return (
    <div class='panel'>
      <p>Nothing has come to this world yet. Requests to this address will show up here:</p>
      <p class='mono'>{worldUrl()}</p>
    </div>
  )
}

/** The exchange that the address names, which the list may have dropped. */
function Chosen ({ id }: { readonly id: string }): JSX.Element {
  const listed = exchanges.value.find(exchange => exchange.id === id)
  const [fetched, setFetched] = useState<Exchange>()
  const [error, setError] = useState('')
  useEffect(() => {
    if (listed !== undefined) return
    setFetched(undefined)
    setError('')
    call<Exchange>(`/requests/${encodeURIComponent(id)}`).then(setFetched, error => setError(messageOf(error)))
  }, [id, world.value, listed === undefined])
  const exchange = listed ?? fetched
  return (
    <div class='live-details panel'>
      <a class='close' href={hrefTo('live')}>Close</a>
      {exchange === undefined ? <p role='status'>{error}</p> : <ExchangeDetails key={id} exchange={exchange} />}
    </div>
  )
}
