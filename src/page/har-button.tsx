import type { JSX } from 'preact'
import { useState } from 'preact/hooks'
import { messageOf } from './api.ts'
import { countText } from './count-text.ts'
import { downloadHar } from './har-files.ts'

export interface HarButtonProps {
  readonly world: string
  /** The ids of the exchanges that are saved. */
  readonly ids: readonly string[]
}

/** A button that saves exchanges as a HAR file, which the tools of browsers open. */
export function HarButton ({ ids, world }: HarButtonProps): JSX.Element {
  const [note, setNote] = useState('')
  const save = async (): Promise<void> => setNote(await downloadHar(world, ids).then(tell, messageOf))
  const tell = (count: number): string => {
    return count === ids.length ? '' : `Of these, the server still has ${countText(count, 'exchange')}`
  }
  return (
    <>
      <button type='button' disabled={ids.length === 0} title='Save as a HAR file' onClick={save}>HAR</button>
      {note !== '' && <output class='quiet'>{note}</output>}
    </>
  )
}
