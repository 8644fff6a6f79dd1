import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { call, messageOf } from './api.ts'
import type { Answer } from './api.ts'
import { place, worldHref } from './place.ts'
import { useAnswer } from './use-answer.ts'

type World = Answer<'listWorlds'>['worlds'][number]

/** The worlds of the server: to open, reset and drop. */
export function WorldsView (): JSX.Element {
  const { body, error, refresh } = useAnswer<Answer<'listWorlds'>>('/worlds', { everyMs: 2_000 })
  const [failure, setFailure] = useState('')
  const act = async (promise: Promise<unknown>): Promise<void> => {
    setFailure(await promise.then(() => '', messageOf))
    refresh()
  }
  const worlds = body?.worlds.toSorted((a, b) => a.name.localeCompare(b.name))
  return (
    <>
      <h1>Worlds</h1>
      <p class='quiet'>
        A world is a copy of all state, with its own clock. A request names one in the
        header <code>X-Standin-World</code>, or by the prefix <code>/~name</code>.
      </p>
      <p class='is-wrong' role='alert'>{failure || error}</p>
      {worlds?.length === 0 && <p>There is none yet: the first request creates one.</p>}
      <ul class='cards'>
        {worlds?.map(world => <WorldCard key={world.name} world={world} act={act} />)}
      </ul>
    </>
  )
}

interface WorldCardProps {
  readonly world: World
  readonly act: (promise: Promise<unknown>) => void
}

function WorldCard ({ act, world }: WorldCardProps): JSX.Element {
  const { exchanges, mode, name, now, resources, stubs } = world
  const reset = (): void => act(call('/reset', { method: 'POST', world: name }))
  const drop = (): void => act(call(`/worlds/${encodeURIComponent(name)}`, { method: 'DELETE' }))
  return (
    <li class='panel'>
      <h2>
        <a href={worldHref(name, 'live')}>{name}</a>
        {name === place.value.world && <span class='tag'>shown</span>}
      </h2>
      <p class='clock'><time dateTime={now}>{now}</time> <span class={`tag tag-${mode}`}>{mode}</span></p>
      <dl class='figures'>
        <div><dt>Resources</dt><dd>{resources}</dd></div>
        <div><dt>Stubs</dt><dd>{stubs}</dd></div>
        <div><dt>Exchanges</dt><dd>{exchanges}</dd></div>
      </dl>
      <p class='actions'>
        <button type='button' onClick={reset} aria-label={`Reset ${name}`}>Reset</button>
        <button type='button' onClick={drop} aria-label={`Drop ${name}`} class='danger'>Drop</button>
      </p>
    </li>
  )
}
