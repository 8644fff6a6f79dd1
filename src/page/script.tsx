import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import type { Answer } from './api.ts'
import { ScenariosPanel } from './scenarios-panel.tsx'
import { SettingsForm } from './settings-form.tsx'
import { StubEditor } from './stub-editor.tsx'
import type { EditedStub } from './stub-editor.tsx'
import { StubsPanel } from './stubs-panel.tsx'
import { useAnswer } from './use-answer.ts'

const NEW_STUB: EditedStub = { id: undefined, text: '' }

/** Shows the scenarios, stubs and settings that determine the replies of the world. */
export function Script (): JSX.Element {
  const stubs = useAnswer<Answer<'listStubs'>>('/stubs', { everyMs: 2_000 })
  const { body: operations } = useAnswer<Answer<'listOperations'>>('/operations')
  const [edited, setEdited] = useState(NEW_STUB)
  const [round, setRound] = useState(0)
  const changed = (): void => {
    stubs.refresh()
    setRound(round => round + 1)
  }
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
          <StubsPanel stubs={stubs.body?.stubs} error={stubs.error} onChanged={changed} onEdit={setEdited} />
          <StubEditor
            key={edited.text} edited={edited} operations={operations?.operations ?? []}
            onDone={() => {
              setEdited(NEW_STUB)
              changed()
            }}
          />
        </div>
      </div>
    </>
  )
}
