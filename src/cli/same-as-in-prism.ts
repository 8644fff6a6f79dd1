const DYNAMIC = '--settings FILE with operations: { "*": { dynamic: true } }'

/** The flags that do the same as those that only Prism has. */
const SAME = new Map([
  ['-p', '--port'],
  ['-d', DYNAMIC],
  ['--dynamic', DYNAMIC],
  ['--ignoreExamples', DYNAMIC],
  ['--errors', '--response-errors'],
  ['--no-cors', '--cors off'],
  ['--verboseLevel', '--log'],
  ['-m', 'not needed'],
  ['--multiprocess', 'not needed'],
  ['--json-schema-faker-fillProperties', 'not needed']
])

/** Returns a hint for a flag that only Prism has: the verb that takes it, and what does the same without the verb. */
export function sameAsInPrism (flag: string): string | undefined {
  const same = SAME.get(flag)
  return same && `"standin mock" takes it, as Prism does; here it is ${same}`
}
