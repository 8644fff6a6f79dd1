import type { JSX } from 'preact'
import { useEffect } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { streamError } from './event-stream.ts'
import { goTo, hrefTo, place, worldHref } from './place.ts'
import { useAnswer } from './use-answer.ts'
import type { View } from './views.ts'
import { keepClock, useWorldTime } from './world-clock.ts'

/** The name of the product, the world and its clock, and the menu. */
export function Header ({ views }: { readonly views: readonly View[] }): JSX.Element {
  const { view, world } = place.value
  return (
    <header class='top'>
      <a class='brand' href={hrefTo('overview')}>
        <img src='page/icon.svg' alt='' width='24' height='24' />
        standin
      </a>
      <nav aria-label='Views'>
        {views.map(({ name, title }) => (
          <a key={name} href={hrefTo(name)} aria-current={name === view ? 'page' : undefined}>{title}</a>
        ))}
      </nav>
      <div class='top-world'>
        <WorldPicker world={world} />
        <ClockFace />
      </div>
      <div role='alert' class='broken'>
        {streamError.value !== '' && `${streamError.value}: what is shown may be old. Trying again…`}
      </div>
    </header>
  )
}

function WorldPicker ({ world }: { readonly world: string }): JSX.Element {
  // The events of the page are of one world: others may have come when the list is opened.
  const { body, refresh } = useAnswer<Answer<'listWorlds'>>('/worlds', { on: [] })
  const names = new Set(['default', world, ...body?.worlds.map(({ name }) => name) ?? []])
  return (
    <label class='picker'>
      <span class='quiet'>World</span>
      <select
        value={world} onFocus={refresh} onPointerEnter={refresh}
        onChange={({ currentTarget: { value } }) => goTo(worldHref(value))}
      >
        {[...names].sort().map(name => <option key={name} value={name}>{name}</option>)}
      </select>
    </label>
  )
}

function ClockFace (): JSX.Element {
  const { body, error } = useAnswer<Answer<'readClock'>>('/clock', { on: ['clock'] })
  useEffect(() => keepClock(body), [body])
  const time = useWorldTime()
  if (error !== undefined) return <output class='clock is-wrong'>{error}</output>
  if (body === undefined || time === undefined) return <output class='clock'>…</output>
  const { mode } = body
  const now = new Date(time).toISOString()
  return (
    <output class='clock' title={`The clock of the world, which is ${mode}`}>
      <time dateTime={now}>
        <span class='clock-date'>{now.slice(0, 10)} </span>{now.slice(11, 19)}Z
      </time>
      <span class={`tag tag-${mode}`}>{mode}</span>
    </output>
  )
}
