import type { Contract } from '../contract/contract.ts'
import { escapePointer } from '../documents/json-pointer.ts'
import { overlayOf, overlayText } from '../documents/overlay-change.ts'
import type { OverlayChange, OverlayDocument } from '../documents/overlay-change.ts'
import { DocumentEdits } from './document-edits.ts'
import type { Drift } from './drift.ts'
import type { DifferenceGroup } from './drift-groups.ts'
import { editSchema } from './edit-schema.ts'
import { operationObject, parameterObject, responseObject } from './openapi-parts.ts'
import type { SchemaForm } from './seen-values.ts'

/** Changes after which a contract says what was seen. */
export interface ProposedOverlay {
  /** The name of the contract. */
  readonly api: string
  /** The file of the document, as messages show it. */
  readonly file: string
  readonly overlay: OverlayDocument
  /** The differences that no overlay can take away, each with the reason. */
  readonly left: readonly string[]
}

/** Proposes the changes of each contract after which it says what was seen; of those that need some. */
export function proposeOverlays (drift: Pick<Drift, 'contracts' | 'groups'>): ProposedOverlay[] {
  const groups = drift.groups.list()
  const proposed = drift.contracts.map(contract => {
    return proposeOverlay(contract, groups.filter(({ api }) => api === contract.name))
  })
  return proposed.filter(({ left, overlay }) => overlay.actions.length > 0 || left.length > 0)
}

function proposeOverlay (contract: Contract, groups: readonly DifferenceGroup[]): ProposedOverlay {
  const { document, file, name, sourceOf, writtenIn } = contract
  const head = { title: `What ${name} does otherwise`, document: file, root: document }
  const left: string[] = []
  if (writtenIn === '2.0') {
    const why = 'is not changed: overlays are proposed for OpenAPI 3 only'
    return { api: name, file, overlay: overlayOf(head, []), left: groups.length === 0 ? [] : [`${file} ${why}`] }
  }
  const edits = new DocumentEdits(document)
  const form = { hasTypeLists: writtenIn !== '3.0' }
  for (const group of groups) {
    const why = editFor(group, edits, form)
    if (why !== undefined) left.push(`${group.where}: ${why}`)
  }
  const changes: OverlayChange[] = []
  for (const change of edits.changes()) {
    const source = sourceOf(change.pointer)
    if (source.file === file) changes.push({ ...change, pointer: source.pointer })
    else left.push(`${change.pointer}: it is in ${source.file}, which an overlay of ${file} does not change`)
  }
  return { api: name, file, overlay: overlayOf(head, changes), left }
}

/** Writes a proposal as YAML. `document` is the path of the document as the overlay is to name it. */
export function proposalText ({ left, overlay }: ProposedOverlay, document: string): string {
  const notes = left.map(line => `# Not changed: ${line.replace(/\s+/g, ' ')}\n`)
  // An overlay has one action at least.
  return notes.join('') + (overlay.actions.length === 0 ? '' : overlayText({ ...overlay, extends: document }))
}

/** Makes the change that allows a difference. Returns why there is none. */
function editFor (group: DifferenceGroup, edits: DocumentEdits, form: SchemaForm): string | undefined {
  const { kind, seen, subject } = group
  switch (subject.of) {
    case 'value':
    case 'member':
      return editSchema(group, edits, form)
    case 'parameter': {
      const { name, operation, place } = subject
      if (kind === 'missing-parameter' || kind === 'missing-header') edits.set(`${group.pointer}/required`, false)
      else edits.append(`${operation.pointer}/parameters`, parameterObject(place, name, seen.toSchema(form)))
      return undefined
    }
    case 'header': {
      const { name, response } = subject
      if (kind === 'missing-header') edits.set(`${group.pointer}/required`, false)
      else edits.set(`${response.pointer}/headers/${escapePointer(name)}`, { schema: seen.toSchema(form) })
      return undefined
    }
    case 'status': {
      const { operation, seen: response, status } = subject
      edits.set(`${operation.pointer}/responses/${status}`, responseObject(response, form))
      return undefined
    }
    case 'media-type': {
      const { pointer, type } = subject
      if (type === '') return 'a body without a media type cannot be documented'
      edits.set(`${pointer}/content/${escapePointer(type)}`, { schema: seen.toSchema(form) })
      return undefined
    }
    case 'body': {
      if (group.side === 'response') return 'OpenAPI cannot say that the body of a response may be missing'
      edits.set(`${subject.pointer}/required`, false)
      return undefined
    }
    case 'route': {
      const { method, path, seen: operation } = subject
      edits.set(`/paths/${escapePointer(path)}/${method.toLowerCase()}`, operationObject(path, operation, form))
      return undefined
    }
    case 'nothing': return 'no change of a schema allows it'
  }
}
