import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from './answer.ts'
import { goTo, hrefTo, place } from './place.ts'
import { ScenariosPanel } from './scenarios-panel.tsx'
import { SettingsForm } from './settings-form.tsx'
import { StubEditor } from './stub-editor.tsx'
import { StubsPanel } from './stubs-panel.tsx'
import { useAnswer } from './use-answer.ts'

/** Shows the scenarios, stubs and settings that determine the replies of the world. */
export function Script (): JSX.Element {
  const { body, error, refresh } = useAnswer<Answer<'listStubs'>>('/stubs', { everyMs: 2_000, on: ['exchange'] })
  const { body: operations } = useAnswer<Answer<'listOperations'>>('/operations')
  const [round, setRound] = useState(0)
  const changed = (): void => {
    refresh()
    setRound(round => round + 1)
  }
  const [kind, id] = place.value.rest
  const edited = kind === 'stub' ? id : undefined
  const stub = body?.stubs.find(({ id }) => id === edited)
  return (
    <>
      <h1>Script</h1>
      <datalist id='operations'>
        {operations?.operations.map(({ id, summary }) => <option key={id} value={id}>{summary}</option>)}
      </datalist>
      <div class='script'>
        <div>
          <ScenariosPanel onChanged={changed} />
          <SettingsForm round={round} />
        </div>
        <div>
          <StubsPanel stubs={body?.stubs} error={error} edited={edited} onChanged={changed} />
          {edited !== undefined && body !== undefined && stub === undefined && <UnknownStub id={edited} />}
          <StubEditor
            key={stub?.id} edited={stub} operations={operations?.operations ?? []}
            onDone={() => {
              if (edited !== undefined) goTo(hrefTo('script'))
              changed()
            }}
          />
        </div>
      </div>
    </>
  )
}

function UnknownStub ({ id }: { readonly id: string }): JSX.Element {
  return (
    <section class='panel' role='alert'>
      <p>There is no stub “{id}” in this world: it was deleted, or its scenario was stopped.</p>
      <a href={hrefTo('script')}>Write a new one</a>
    </section>
  )
}
