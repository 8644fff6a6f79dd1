import { toExactNumber } from '../exact-json.ts'
import type { Declaration } from './declaration.ts'
import type { ResourceType } from './scope.ts'
import { textsLike } from './texts-like.ts'
import type { MakeText } from './texts-like.ts'
import { ID, ID_FORMATS } from '../vocabulary/resource-words.ts'

/** The id of the resources of a type, compiled. */
type ResourceId = Pick<ResourceType, 'idMember' | 'showId' | 'makeId'>

/** Compiles `id` of a resource type. */
export function compileResourceId (type: string, declaration: Declaration | undefined): ResourceId {
  const declared = declaration?.membersOf(ID)
  const format = declared?.format?.word('format of an id', ID_FORMATS) ?? 'uuid'
  if (format === 'uuid') {
    declared?.from?.refuse('only ids that count up have a first one: write "format: integer" too')
  }
  if (declared?.format !== undefined) declared.pattern?.refuse('is the whole form of the id: leave out "format"')
  const from = declared?.from?.integer(0) ?? 1
  const idMember = declared?.member?.text()
  const makeText = declared?.pattern && compilePattern(declared.pattern)
  if (makeText !== undefined) {
    return { idMember, showId: ({ id }) => id, makeId: ({ random }) => makeText(random) }
  }
  if (format === 'uuid') return { idMember, showId: ({ id }) => id, makeId: ({ random }) => random.uuid() }
  return {
    idMember,
    showId: ({ id }) => toExactNumber(id),
    makeId: ({ store }) => String(store.nextNumber(type, from))
  }
}

function compilePattern (declaration: Declaration): MakeText {
  return textsLike(declaration.text()) ??
    declaration.refuse('no ids can be made of this pattern: write letters, classes, groups and how often each is ' +
      'repeated, as ^ord_[a-z0-9]{16}$, for a million ids or more')
}
