/** A regular expression of a schema, ready to be tried. */
export interface Pattern {
  test (text: string): boolean
  toString (): string
}

/** Compiles a regular expression of a schema as ECMA-262 has it: with the `u` flag where it compiles so (JSON Schema, Core, section 6.4). */
export function compilePattern (source: string): Pattern | undefined {
  return compileWith(source, 'u') ?? compileWith(source, '')
}

function compileWith (source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags)
  } catch {
    return undefined
  }
}
