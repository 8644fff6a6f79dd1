import { isMap } from 'yaml'
import type { YAMLMap } from 'yaml'
import { OVERLAY_COMMENTS } from './overlay-comments.ts'
import type { OverlayOperation } from './overlay-parts.ts'
import { plural, withArticle } from './resource-name.ts'
import { setComment, toComment } from './set-comment.ts'

/** Writes a comment above the action of an operation, and above the first use of each of its words. */
export function explainOperation (written: YAMLMap, proposed: OverlayOperation, explained: Set<string>): void {
  const { action, declaration, notes, operation, responses } = proposed
  written.spaceBefore = true
  const summary = `${operation.method} ${operation.path} ${summaryOf(proposed)}.`
  written.commentBefore = toComment([summary, ...notes])
  const update = written.get('update') as YAMLMap  // as overlayText made it
  const declared = update.get('x-standin') as YAMLMap
  const explainOnce = (map: YAMLMap, name: string, word: OperationWord) => {
    if (!explained.has(word)) setComment(map, name, OVERLAY_COMMENTS.operation[word])
    explained.add(word)
  }

  if (responses !== undefined) explainOnce(update, 'responses', 'responses')
  for (const name of Object.keys(declaration)) {
    const isSpecial = (name === 'find' && action === 'list') || (name === 'patch' && action === 'cancel')
    const word = isSpecial ? action : name
    if (isOperationWord(word)) explainOnce(declared, name, word)
  }
  const find = declared.get('find')
  if (isMap(find) && find.has('page')) explainOnce(find, 'page', 'page')
}

type OperationWord = keyof typeof OVERLAY_COMMENTS.operation

function isOperationWord (word: string): word is OperationWord {
  return Object.hasOwn(OVERLAY_COMMENTS.operation, word)
}

/** Returns what an operation does: `lists the albums`. */
function summaryOf ({ action, declaration, model: { name } }: OverlayOperation): string {
  const one = withArticle(name)
  switch (action) {
    case 'create': return declaration.update === undefined ? `creates ${one}` : `creates or replaces ${one}`
    case 'read': return `returns ${one}`
    case 'list': return `lists the ${plural(name)}`
    case 'update': return `replaces ${one}`
    case 'patch': return `changes ${one}`
    case 'cancel': return `cancels ${one}`
    case 'delete': return `deletes ${one}`
    case 'download': return `returns a file of ${one}`
  }
}
