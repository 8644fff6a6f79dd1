import type { Answer } from './answer.ts'

type Progression = Answer<'readSettings'>['progression']

/** Reads the text of a field of a form. */
export function textOf (form: FormData, name: string): string {
  return String(form.get(name) ?? '').trim()
}

/** Reads what advances resources: from a field, and from that of the reads for a step. Null where none is chosen. */
export function readProgression (form: FormData, name: string): Progression | null {
  const word = textOf(form, name)
  if (word === '') return null
  return word === 'clock' || word === 'manual' ? word : { polls: Number(textOf(form, `${name} polls`)) }
}
