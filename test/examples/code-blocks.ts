/** A fenced block of a Markdown page. */
export interface CodeBlock {
  readonly language: string
  readonly text: string
}

/** Lists the fenced blocks of a Markdown page, or of the part under a heading. */
export function listCodeBlocks (markdown: string, heading?: string): CodeBlock[] {
  const part = heading === undefined ? markdown : sectionOf(markdown, heading)
  return [...part.matchAll(/^```(\w*)\n([^]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))
}

function sectionOf (markdown: string, heading: string): string {
  const start = markdown.indexOf(`\n${heading}\n`)
  if (start === -1) throw new Error(`no heading "${heading}"`)
  const level = heading.split(' ', 1)[0] ?? '#'
  const end = markdown.indexOf(`\n${level} `, start + heading.length)
  return markdown.slice(start, end === -1 ? undefined : end)
}
