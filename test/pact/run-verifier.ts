import { createRequire } from 'node:module'

/** Runs the verifier of Pact, which prints what it does, in a process of its own: folder of the tools, then options. */
const [folder = '', options = '{}'] = process.argv.slice(2)

interface VerifierModule {
  readonly Verifier: new (options: object) => { verify (): Promise<string> }
}

// `require` knows no types.
const { Verifier } = createRequire(folder)('@pact-foundation/pact-core') as VerifierModule
const verifier = new Verifier(JSON.parse(options) as object)
// It rejects with the results where any is bad.
const result = await verifier.verify().catch((error: Error) => error.message)
process.stdout.write(`\nRESULT ${result}\n`)
