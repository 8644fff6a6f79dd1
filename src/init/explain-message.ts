import type { YAMLMap } from 'yaml'
import { OVERLAY_COMMENTS } from './overlay-comments.ts'
import type { OverlayMessage } from './overlay-parts.ts'
import { withArticle } from './resource-name.ts'
import { toComment } from './set-comment.ts'

/** Writes a comment above the action of a callback or webhook, with an explanation above the first of each. */
export function explainMessage (
  written: YAMLMap,
  { address, declaration, model }: OverlayMessage,
  explained: Set<string>
): void {
  written.spaceBefore = true
  const { on, when } = declaration as { on?: readonly string[], when?: readonly string[] }  // as it was proposed
  const at = when === undefined ? `is ${(on ?? []).join(' or ')}` : `becomes ${when.join(', ')}`
  const lines = [`${address.method} ${address.path}: sent when ${withArticle(model.name)} ${at}.`]
  const word = on === undefined && 'of' in declaration === false ? 'callback' : 'webhook'
  if (!explained.has(word)) lines.push(...OVERLAY_COMMENTS.message[word].split('\n'))
  explained.add(word)
  written.commentBefore = toComment(lines)
}
