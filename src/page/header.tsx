import type { JSX } from 'preact'
import type { Answer } from './api.ts'
import { goTo, hrefTo, place, worldHref } from './place.ts'
import { useAnswer } from './use-answer.ts'
import type { View } from './views.ts'

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
    </header>
  )
}

function WorldPicker ({ world }: { readonly world: string }): JSX.Element {
  const { body } = useAnswer<Answer<'listWorlds'>>('/worlds', { everyMs: 5_000 })
  const names = new Set(['default', world, ...body?.worlds.map(({ name }) => name) ?? []])
  return (
    <label class='picker'>
      <span class='quiet'>World</span>
      <select value={world} onChange={({ currentTarget: { value } }) => goTo(worldHref(value))}>
        {[...names].sort().map(name => <option key={name} value={name}>{name}</option>)}
      </select>
    </label>
  )
}

function ClockFace (): JSX.Element {
  const { body, error } = useAnswer<Answer<'readClock'>>('/clock', { everyMs: 1_000 })
  if (error !== undefined) return <output class='clock is-wrong'>{error}</output>
  if (body === undefined) return <output class='clock'>…</output>
  const { mode, now } = body
  const [date = '', time = ''] = now.split('T')
  return (
    <output class='clock' title={`The clock of the world, which is ${mode}`}>
      <time dateTime={now}><span class='clock-date'>{date} </span>{time.replace(/\.\d+/, '')}</time>
      <span class={`tag tag-${mode}`}>{mode}</span>
    </output>
  )
}
