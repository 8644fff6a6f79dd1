import type { Ajv2020 } from 'ajv/dist/2020.js'

/** The calls of functions that are left for validating one value. */
interface Work {
  left: number
}

/** Thrown where validating takes too much work: alternatives within alternatives double it with each level. */
export class TooMuchWork extends Error {}

/**
 * Makes the functions that a compiler generates from now on count their calls. Returns the function that allows a
 * number of calls; once they are made, a validator throws `TooMuchWork`.
 */
export function boundWork (ajv: Ajv2020): (calls: number) => void {
  const work: Work = { left: 0 }
  Object.assign(ajv, { work, refuseWork })
  const { process = code => code } = ajv.opts.code
  ajv.opts.code.process = (code, schema) => process(code, schema).replaceAll(FUNCTION_START, `$&${COUNT}`)
  return calls => { work.left = calls }
}

function refuseWork (): never {
  throw new TooMuchWork()
}

/** Matches the start of a function. A text in the code has no bare quotes. */
const FUNCTION_START = /\(data, \{instancePath="",[^)]*\)\{/g

/** The parameter `self` of the code that Ajv generates is the compiler. */
const COUNT = 'if(--self.work.left < 0)self.refuseWork();'
