interface Due {
  readonly at: number
  run (): Promise<void> | void
}

/** A time that moves only when somebody waits, for a service and its client alike. */
export class FakeTime {
  #now = Date.parse('2026-01-01T00:00:00Z')
  readonly #due: Due[] = []

  now = (): number => this.#now

  /** Runs all that is due meanwhile, then stands at the end of the wait. */
  wait = async (milliseconds: number): Promise<void> => {
    const until = this.#now + milliseconds
    for (let next = this.#takeDue(until); next !== undefined; next = this.#takeDue(until)) {
      this.#now = Math.max(this.#now, next.at)
      await next.run()
    }
    this.#now = until
  }

  schedule = (milliseconds: number, run: Due['run']): void => {
    this.#due.push({ at: this.#now + milliseconds, run })
    this.#due.sort((one, other) => one.at - other.at)
  }

  #takeDue (until: number): Due | undefined {
    return this.#due[0] !== undefined && this.#due[0].at <= until ? this.#due.shift() : undefined
  }
}
