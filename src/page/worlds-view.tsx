import type { JSX, TargetedSubmitEvent } from 'preact'
import { useRef, useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import type { Question } from './confirm-dialog.tsx'
import { loadDump } from './dump-files.ts'
import { MistakeList } from './mistake-list.tsx'
import { goTo, worldHref } from './place.ts'
import { useAnswer } from './use-answer.ts'
import { mistakesOf } from './mistakes-of.ts'
import type { Mistake } from './mistakes-of.ts'
import { FileButton, WorldCard } from './world-card.tsx'
import type { ActOnWorld } from './world-card.tsx'

/** The mistakes of what was last done, and to which world. */
interface Failure {
  readonly name: string
  readonly mistakes: readonly Mistake[]
}

/** The worlds of the server: to open, reset and drop, and to keep as files. */
export function WorldsView (): JSX.Element {
  const { body, error, refresh } = useAnswer<Answer<'listWorlds'>>('/worlds', { everyMs: 2_000 })
  const [failure, setFailure] = useState<Failure>()
  const [question, setQuestion] = useState<Question>()
  const [withJournal, setWithJournal] = useState(false)
  const act: ActOnWorld = async (name, promise) => {
    setFailure(await promise.then(() => undefined, error => ({ name, mistakes: mistakesOf(error) })))
    refresh()
  }
  const worlds = body?.worlds.toSorted((a, b) => a.name.localeCompare(b.name))
  const isElsewhere = failure !== undefined && !worlds?.some(({ name }) => name === failure.name)
  return (
    <>
      <h1>Worlds</h1>
      <p class='quiet'>
        A world is a copy of all state, with its own clock. A request names one in the
        header <code>X-Standin-World</code>, or by the prefix <code>/~name</code>.
        A dump is a file with all of its state, credentials too, that any world can be loaded from.
      </p>
      <OpenWorld act={act} />
      <p>
        <label class='check'>
          <input
            type='checkbox' checked={withJournal}
            onChange={({ currentTarget: { checked } }) => setWithJournal(checked)}
          /> Dump the journal, too
        </label>
      </p>
      <p class='is-wrong' role='alert'>{error}</p>
      {isElsewhere && <div role='alert' class='is-wrong'><MistakeList mistakes={failure.mistakes} /></div>}
      {worlds?.length === 0 && <p>There is none yet: the first request creates one.</p>}
      <ul class='cards'>
        {worlds?.map(world => (
          <WorldCard
            key={world.name} world={world} act={act} ask={setQuestion} withJournal={withJournal}
            mistakes={failure?.name === world.name ? failure.mistakes : []}
          />
        ))}
      </ul>
      {question !== undefined && <ConfirmDialog question={question} onClose={() => setQuestion(undefined)} />}
    </>
  )
}

/** A form for a world by its name, which may be new. */
function OpenWorld ({ act }: { readonly act: ActOnWorld }): JSX.Element {
  const form = useRef<HTMLFormElement>(null)
  const readName = (): string => {
    return String(new FormData(form.current ?? undefined).get('world') ?? '').trim()
  }
  const open = (event: TargetedSubmitEvent<HTMLFormElement>): void => {
    event.preventDefault()
    goTo(worldHref(readName(), 'live'))
  }
  const load = (file: File): void => {
    if (form.current?.reportValidity()) act(readName(), loadDump(readName(), file))
  }
  return (
    <form ref={form} class='inline' onSubmit={open}>
      <label for='new-world'>Another world</label>
      <input
        id='new-world' name='world' required autocomplete='off' spellcheck={false}
        pattern='[A-Za-z0-9][A-Za-z0-9._\-]{0,63}' title='Letters, digits and . _ -'
      />
      <button type='submit'>Open</button>
      <FileButton label='Load a dump into another world' text='Load a dump' onChosen={load} />
    </form>
  )
}
