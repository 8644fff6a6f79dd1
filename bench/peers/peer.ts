/** Another product, configured to serve the same operation as well as it can. */
export interface Peer {
  readonly name: string
  /** Its npm package. */
  readonly package: string
  /** What it does with a request, for comparison with standin. */
  readonly does: string
  /**
   * The warm-up, in seconds.
   * @default 3
   */
  readonly warmUpSeconds?: number
  /** Returns the command that starts it on a port of 127.0.0.1; `spare` is another free port. */
  start (port: number, spare: number): PeerStart
}

/** A command, and the environment variables for it. */
export interface PeerStart {
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
}

/** The warm-up of Java, whose virtual machine compiles late, and on the server's one core. */
export const JAVA_WARM_UP_SECONDS = 15

/** Returns the path of a file in an npm package that is installed for the benchmark. */
export function installed (path: string): string {
  return new URL(`../node_modules/${path}`, import.meta.url).pathname
}

/** Returns the path of a configuration file beside this one. */
export function setUp (path: string): string {
  return new URL(path, import.meta.url).pathname
}
