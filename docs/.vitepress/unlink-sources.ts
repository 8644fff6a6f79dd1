import { posix } from 'node:path'
import type { MarkdownOptions } from 'vitepress'

type Markdown = Parameters<NonNullable<MarkdownOptions['config']>>[0]

/** Shows links to files of the repository outside `docs/` as text: the site does not have them. */
export function unlinkSources (markdown: Markdown): void {
  markdown.core.ruler.push('unlink-sources', ({ env, tokens }) => {
    const { relativePath } = env as { relativePath: string }  // VitePress gives the page that is rendered
    for (const { children } of tokens) {
      let isOutside = false
      for (const token of children ?? []) {
        if (token.type === 'link_open') {
          const target = String(token.attrGet('href'))
          isOutside = posix.join(posix.dirname(relativePath), target).startsWith('../')
        }
        if (isOutside && token.type.startsWith('link_')) {
          token.type = 'text'
          token.tag = ''
          token.nesting = 0
        }
      }
    }
  })
}
