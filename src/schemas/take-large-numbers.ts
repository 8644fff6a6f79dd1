/** Matches the tests of Ajv's code for an integer, and for a number. A text in the code has no bare quotes. */
const TESTS = /\(typeof (data\d*) == "number"\) && \(!\(\1 % 1\) && !isNaN\(\1\)\)|typeof (data\d*) == "number"/g

/**
 * Makes code that Ajv generated take BigInts for numbers, as whole numbers past 2^53 are read. A value
 * that is a number is seen to be one before that, so that it costs nothing.
 */
export function takeLargeNumbers (code: string): string {
  return code.replace(TESTS, (test, integer: string | undefined, number: string) =>
    `(${test} || typeof ${integer ?? number} == "bigint")`)
}
