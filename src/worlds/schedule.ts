import type { Clock } from './clock.ts'
import { setTimer } from './clock.ts'

/** Something that must happen at an instant of a world's clock. */
export interface Task {
  readonly at: number
  /** Does what is due. What goes wrong with it is its own to record: a rejection is passed over. */
  readonly run: () => Promise<void>
}

/** What is due in a world. While the clock runs, one timer waits for the next appointment. */
export class Schedule {
  readonly #clock: Clock
  readonly #tasks: Task[] = []
  #callOff: (() => void) | undefined
  #advancing: Promise<void> = Promise.resolve()

  constructor (clock: Clock) {
    this.#clock = clock
  }

  /** Adds an appointment; one that is due already is kept at once, whether the clock runs or not. */
  add (task: Task): void {
    const after = this.#tasks.findIndex(other => other.at > task.at)
    this.#tasks.splice(after === -1 ? this.#tasks.length : after, 0, task)
    if (task.at <= this.#clock.now()) this.advanceTo(task.at)
    else this.rearm()
  }

  remove (task: Task): void {
    const index = this.#tasks.indexOf(task)
    if (index !== -1) this.#tasks.splice(index, 1)
    this.rearm()
  }

  /** When the next thing is due, in milliseconds since 1970; `undefined` where nothing is. */
  next (): number | undefined {
    return this.#tasks[0]?.at
  }

  clear (): void {
    this.#tasks.length = 0
    this.rearm()
  }

  /** Moves the clock to an instant, stopping on the way at each appointment until it is kept. One such walk at a time. */
  advanceTo (instant: number): Promise<void> {
    this.#advancing = this.#advancing.then(() => this.#walkTo(instant))
    return this.#advancing
  }

  /** Sets the timer anew; to be called when the clock was changed. */
  rearm (): void {
    this.#callOff?.()
    this.#callOff = undefined
    const next = this.next()
    if (next === undefined || this.#clock.mode === 'frozen') return
    this.#callOff = setTimer(next - this.#clock.now(), () => { this.advanceTo(this.#clock.now()) })
  }

  async #walkTo (instant: number): Promise<void> {
    for (let next = this.#tasks[0]; next !== undefined && next.at <= instant; next = this.#tasks[0]) {
      this.#tasks.shift()
      this.#clock.moveTo(next.at)
      await next.run().catch(() => {})
    }
    this.#clock.moveTo(instant)
    this.rearm()
  }
}
