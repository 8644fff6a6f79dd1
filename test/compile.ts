import { createRequire } from 'node:module'

const OPTIONS = {
  lib: ['lib.es2024.d.ts', 'lib.esnext.disposable.d.ts', 'lib.esnext.collection.d.ts'],
  types: ['node'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true
}

/**
 * Type-checks files with the TypeScript compiler, which takes seconds. Returns an empty list where there is no error.
 * What the files import is not checked: `tsc` checks the sources.
 */
export function compile (files: readonly string[]): string[] {
  const ts: typeof import('typescript') = createRequire(import.meta.url)('typescript')
  const program = ts.createProgram([...files], {
    ...OPTIONS,
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext
  })
  const errors: string[] = []
  for (const name of files) {
    const source = program.getSourceFile(name)
    if (source === undefined) throw new Error(`The compiler did not read ${name}`)
    for (const { messageText } of ts.getPreEmitDiagnostics(program, source)) {
      errors.push(`${name}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
    }
  }
  return errors
}
