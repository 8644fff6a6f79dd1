import { isHeaderText } from '../contract/to-header-text.ts'
import type { Declaration, Declared } from './declaration.ts'
import { compileAll, compileEach } from './declaration.ts'
import { compileRows } from './declared-rows.ts'
import type { FilesContext } from './files-context.ts'
import type { DeclaredFiles, Evaluate } from './scope.ts'
import { compileTemplate } from './template.ts'
import type { Vocabulary } from './vocabulary.ts'
import { canWriteRows, ROW_TYPES } from './write-rows.ts'
import { FILES } from '../vocabulary/resource-words.ts'

/** Compiles `files` of a resource type. */
export function compileFiles (
  declaration: Declaration,
  context: FilesContext
): DeclaredFiles {
  const { statuses, vocabulary } = context
  const declared = declaration.membersOf(FILES)
  const { name, rows, mediaType } = declared
  if (name === undefined || rows === undefined || mediaType === undefined) {
    return declaration.refuse('needs "name", "rows" and "mediaType"')
  }
  const compiled = compileEach({
    name: () => compileName(name, Number(declared.count?.value ?? 1), vocabulary),
    rows: () => compileRows(rows, context),
    count: () => declared.count?.integer(0) ?? 1,
    repeat: () => declared.repeat?.integer(1) ?? 1,
    header: () => declared.header?.integer(0) ?? 0,
    mediaType: () => parseMediaType(mediaType),
    availableIn: () => new Set(declared.while?.words('status', statuses) ?? statuses),
    validForMs: () => declared.validFor?.duration()
  })
  if (compiled.rows.kind !== 'lines') rejectLineWords(declared, compiled.mediaType)
  return compiled
}

/** Reports what is said of lines, where rows are written from values. */
function rejectLineWords ({ header, mediaType, repeat }: Declared, contentType: string): void {
  compileAll([header, repeat], word => word?.refuse('has no effect here: only rows that are lines have it'))
  if (canWriteRows(contentType)) return
  mediaType?.refuse(`rows cannot be written as "${contentType}": choose one of ${ROW_TYPES}`)
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
