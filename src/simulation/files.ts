import { isHeaderText } from '../contract/to-header-text.ts'
import type { Declaration } from './declaration.ts'
import { compileEach } from './declaration.ts'
import type { RowFiles } from './rows.ts'
import type { DeclaredFiles, Evaluate } from './scope.ts'
import { compileTemplate } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'
import { FILES } from '../vocabulary/resource-words.ts'

interface FilesContext {
  readonly vocabulary: Vocabulary
  readonly statuses: readonly string[]
  /** The files of rows; without them, names of rows are not checked. */
  readonly rowFiles: RowFiles | undefined
}

/** Compiles `files` of a resource type. */
export function compileFiles (
  declaration: Declaration,
  { rowFiles, statuses, vocabulary }: FilesContext
): DeclaredFiles {
  const declared = declaration.membersOf(FILES)
  const { name, rows, mediaType } = declared
  if (name === undefined || rows === undefined || mediaType === undefined) {
    return declaration.refuse('needs "name", "rows" and "mediaType"')
  }
  return compileEach({
    name: () => compileName(name, Number(declared.count?.value ?? 1), vocabulary),
    rows: () => compileRows(rows, rowFiles, vocabulary),
    count: () => declared.count?.integer(0) ?? 1,
    repeat: () => declared.repeat?.integer(1) ?? 1,
    header: () => declared.header?.integer(0) ?? 0,
    mediaType: () => parseMediaType(mediaType),
    availableIn: () => new Set(declared.while?.words('status', statuses) ?? statuses),
    validForMs: () => declared.validFor?.duration()
  })
}

function parseMediaType (declaration: Declaration): string {
  const text = declaration.text()
  if (!isHeaderText(text)) declaration.refuse(`${JSON.stringify(text)} cannot be sent in a header`)
  return text
}

function compileName (declaration: Declaration, count: number, vocabulary: Vocabulary): Evaluate {
  if (count > 1 && !/\$n(?![A-Za-z])/.test(declaration.text())) {
    declaration.refuse(`all ${count} files would have one name: put {$n} into it`)
  }
  return compileTemplate(declaration, { ...vocabulary, heads: new Set([...vocabulary.heads, 'n']) })
}

function compileRows (
  declaration: Declaration,
  rowFiles: RowFiles | undefined,
  vocabulary: Vocabulary
): Evaluate {
  if (Array.isArray(declaration.value)) return compileLines(declaration, vocabulary)
  const name = declaration.text()
  if (rowFiles !== undefined && !name.includes('$') && !rowFiles.has(name)) {
    declaration.refuse(`there is no file of rows "${name}"${rowFiles.hint(name)}`)
  }
  return compileTemplate(declaration, vocabulary)
}

/** Compiles rows that the document lists itself, a line each. */
function compileLines (declaration: Declaration, vocabulary: Vocabulary): Evaluate {
  const lines = declaration.list()
  if (lines.length === 0) declaration.refuse('needs at least one line')
  for (const line of lines) line.text()
  const template = compileTemplate(declaration, vocabulary)
  return scope => {
    const made = template(scope)
    return Array.isArray(made) ? made.map(toLine) : []
  }
}

/** Returns a value as one line, whatever breaks it has. */
function toLine (value: unknown): string {
  return String(value).replace(/[\r\n]+/g, ' ')
}
