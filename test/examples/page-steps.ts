/** What a command prints. */
export type Printed = 'json' | 'csv' | 'text'

/** What a page of the documentation has its reader do: save a file, run commands, or see what the last one prints. */
export type PageStep =
  | { readonly kind: 'file', readonly name: string, readonly text: string }
  | { readonly kind: 'commands', readonly lines: readonly string[] }
  | { readonly kind: 'output', readonly language: Printed, readonly text: string }

const FENCE = /^```(\w*)\n([^]*?)^```$/gm

/** The name of a file, which stands last in the paragraph before its block. */
const FILE_NAME = /.*`([\w./-]+\.\w+)`.*:$/

/**
 * Lists the steps of a page, or of the part of it that begins at a heading. Throws where nothing says which file a
 * block is.
 */
export function listPageSteps (markdown: string): PageStep[] {
  const steps: PageStep[] = []
  let end = 0
  for (const match of markdown.matchAll(FENCE)) {
    const [block, language = '', text = ''] = match
    const before = markdown.slice(end, match.index).trim()
    end = match.index + block.length
    if (language === 'sh') steps.push({ kind: 'commands', lines: joinLines(text) })
    else if (isOutput(language) && isAfterCommands(steps, before)) steps.push({ kind: 'output', language, text })
    else steps.push({ kind: 'file', name: fileName(before, text), text })
  }
  return steps
}

/** Tells whether a block is one that prints, which stands right after the commands or the output before. */
function isAfterCommands (steps: readonly PageStep[], before: string): boolean {
  return before === '' && steps.at(-1)?.kind === 'commands'
}

function isOutput (language: string): language is Printed {
  return ['json', 'csv', 'text'].includes(language)
}

function fileName (before: string, text: string): string {
  const paragraph = before.split('\n\n').at(-1)?.replaceAll('\n', ' ') ?? ''
  const name = FILE_NAME.exec(paragraph)?.[1]
  if (name === undefined) throw new Error(`nothing says which file this is:\n${text}`)
  return name
}

/** Returns the commands of a block; one that ends with a backslash goes on in the next line. */
function joinLines (text: string): string[] {
  return text.replaceAll(/\\\n\s*/g, '').split('\n').filter(line => line !== '')
}
