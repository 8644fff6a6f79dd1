/** A failure before or while a server starts, as it is printed. */
export interface Failure {
  /** One for each problem. */
  readonly lines: readonly string[]
  /** 2 where the command line is not valid, else 1. */
  readonly exitCode: number
}

interface Address {
  readonly host: string
  readonly port: number
}

const USAGE_CODES: readonly unknown[] = [
  'STANDIN_UNKNOWN_OPTION',
  'STANDIN_UNKNOWN_VERB',
  'STANDIN_INVALID_OPTION'
]

/**
 * Describes an error as lines to print; `address` is where the server was to listen.
 * Only an error without a code, which is a fault of this program, has its stack trace.
 */
export function describeFailure (error: unknown, address?: Address): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  const listening = address === undefined ? undefined : listenProblem(code, address)
  return {
    lines: (listening ?? textOf(error, code)).split('\n').filter(line => line !== ''),
    exitCode: USAGE_CODES.includes(code) ? 2 : 1
  }
}

function textOf (error: unknown, code: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return code === undefined ? error.stack ?? error.message : error.message
}

function listenProblem (code: unknown, { host, port }: Address): string | undefined {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} of ${host} is in use: choose another one with --port, or let --port 0 find a free one`
    case 'EACCES':
      return `This user may not listen on port ${port} of ${host}: choose one above 1023 with --port`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `"${host}" is not an address of this machine: choose one with --host, such as 127.0.0.1 or 0.0.0.0`
  }
}
