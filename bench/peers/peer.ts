/** Another product, set up to answer the same operation as well as it can. */
export interface Peer {
  readonly name: string
  /** The npm package that brings it. */
  readonly package: string
  /** What it does with a request, to be read beside what standin does. */
  readonly does: string
  /**
   * How long it is warmed up, in seconds.
   * @default 3
   */
  readonly warmUpSeconds?: number
  /** What starts it on a port of 127.0.0.1; `spare` is another free port. */
  start (port: number, spare: number): PeerStart
}

export interface PeerStart {
  readonly command: readonly [string, ...string[]]
  readonly env?: Readonly<Record<string, string>>
}

/** The Java virtual machine compiles late, and on the one core that it has. */
export const JAVA_WARM_UP_SECONDS = 15

/** The path of a file within an npm package that is installed for the benchmark. */
export function installed (path: string): string {
  return new URL(`../node_modules/${path}`, import.meta.url).pathname
}

/** The path of a set-up file beside this one. */
export function setUp (path: string): string {
  return new URL(path, import.meta.url).pathname
}
