import { isObject } from '../documents/is-object.ts'
import { withMember } from './form-part.ts'
import type { FormPart, Path, Slot } from './form-part.ts'

/** Returns the value of a part without the members and items that say nothing of a refusal and may be left out. */
export function leanValue (part: FormPart, slots: readonly Slot[]): unknown {
  let lean = part.value
  const visit = (value: unknown, path: Path): void => {
    if (!isObject(value)) return
    for (const [name, member] of Object.entries(value)) {
      const own = [...path, name]
      const below = slots.filter(slot => startsWith(slot.path, own))
      if (below.some(({ path }) => path.length === own.length)) continue
      const lacking = below.length > 0 ? [] : [undefined, ...(Array.isArray(member) ? [[]] : [])]
      const leaner = lacking.map(less => withMember(lean, own, less)).find(value => part.fits(value))
      if (leaner === undefined) visit(member, own)
      else lean = leaner
    }
  }
  visit(part.value, [])
  return lean
}

function startsWith (path: Path, start: Path): boolean {
  return start.every((name, index) => path[index] === name)
}
