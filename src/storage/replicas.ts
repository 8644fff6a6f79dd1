/** The processes that keep their worlds in one storage, and answer for each other. */
export interface Replicas {
  /** A secret that they share. */
  readonly secret: string
  /** Tells the others at which URL this process answers: `http://10.0.0.7:4010`. */
  announce (url: string): Promise<void>
  /** Has this process take no further worlds, as it ends soon. */
  leave (): Promise<void>
  /** The URL at which this process answers; empty while it does not listen. */
  readonly url: string
  /** Lists the URLs of the others. */
  list (): Promise<readonly string[]>
  /** Forgets which process uses a world: it is another one now, or none. */
  forget (world: string): void
  /** Returns whether a process has said that it ends, or has ended. */
  hasLeft (process: string): Promise<boolean>
  /** Returns for how many milliseconds a process still has its worlds for sure, if it has ended; 0 if it has none. */
  leftMs (process: string): Promise<number>
}
