import type { YAMLMap } from 'yaml'
import { OVERLAY_COMMENTS } from './overlay-comments.ts'
import type { ProposedResource } from './proposal.ts'
import { setComment } from './set-comment.ts'

/** Writes comments above the types of resources, and above the first use of each of their words. */
export function explainResources (action: YAMLMap, resources: readonly ProposedResource[], api: string): void {
  const root = action.getIn(['update', 'x-standin']) as YAMLMap  // as overlayText made it
  const comments: Readonly<Record<string, string>> = OVERLAY_COMMENTS.resource
  const explained = new Set<string>()
  if (root.has('replies')) setComment(root, 'replies', 'Replies of several operations, by name.')
  setComment(root, 'resources', OVERLAY_COMMENTS.resource.resources)
  const types = root.get('resources') as YAMLMap
  for (const { model, type } of resources) {
    const written = types.get(model.name) as YAMLMap
    const kind = model.job === undefined ? 'A collection' : 'A job'
    const path = model.collection.key.replaceAll('{}', '…')
    setComment(types, model.name, `${kind}: /${path}. Its type in the admin API is ${api}.${model.name}.`)
    for (const word of Object.keys(type.declaration)) {
      const own = explained.has(word) ? undefined : comments[word]
      const unknown = word === 'lifecycles' ? unknownStatuses(model.job?.statuses.unknown ?? []) : undefined
      const lines = [own, unknown].filter(line => line !== undefined)
      if (lines.length > 0) setComment(written, word, lines.join('\n'))
      explained.add(word)
    }
  }
}

function unknownStatuses (unknown: readonly string[]): string | undefined {
  if (unknown.length === 0) return undefined
  return `The place of ${unknown.join(', ')} is not known: each ends a lifecycle of its own.`
}
