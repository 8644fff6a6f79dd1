import { useEffect } from 'preact/hooks'
import type { JSX } from 'preact'
import { followEvents } from './event-stream.ts'
import { Header } from './header.tsx'
import { Login } from './login.tsx'
import { place } from './place.ts'
import { isTokenWanted, token } from './token.ts'
import { VIEWS } from './views.ts'

/** The page. */
export function App (): JSX.Element {
  const { view, world } = place.value
  const shown = VIEWS.find(({ name }) => name === view)
  const title = shown?.title ?? 'Not found'
  useEffect(() => {
    document.title = `${title} · ${world} · standin`
  }, [title, world])
  useEffect(() => {
    if (isTokenWanted.value) return
    const abort = new AbortController()
    followEvents(abort.signal)
    return () => abort.abort()
  }, [world, token.value, isTokenWanted.value])
  if (isTokenWanted.value) return <Login />
  return (
    <>
      <a class='skip' href='#content' onClick={skipToContent}>Skip to the content</a>
      <Header views={VIEWS} />
      <main id='content' tabIndex={-1} key={world}>
        {shown === undefined ? <NotFound view={view} /> : <shown.Content />}
      </main>
    </>
  )
}

/** The hash of the address names the view, so that a link cannot name the content. */
function skipToContent (event: Event): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

function NotFound ({ view }: { readonly view: string }): JSX.Element {
  return (
    <section class='panel'>
      <h1>Not found</h1>
      <p>There is no view called “{view}”. The menu lists those that there are.</p>
    </section>
  )
}
