import type { Clock } from './clock.ts'
import { setTimer } from './clock.ts'

/** A task that is due at an instant of a world's clock. */
export interface Task {
  readonly at: number
  /** Runs the task. It records its own errors: a rejection is ignored. */
  readonly run: () => Promise<void>
}

/** The tasks of a world. While its clock runs, one timer waits for the next task. */
export class Schedule {
  readonly #clock: Clock
  readonly #tasks: Task[] = []
  #callOff: (() => void) | undefined
  #running: Task | undefined
  #advancing: Promise<void> = Promise.resolve()
  #turns: Promise<unknown> = Promise.resolve()

  constructor (clock: Clock) {
    this.#clock = clock
  }

  /** Adds a task. One that is already due runs at once, whether the clock runs or not. */
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

  /** The number of tasks that wait. */
  get size (): number {
    return this.#tasks.length
  }

  /** Returns when the next task is due, in milliseconds since 1970; `undefined` where there is none. */
  next (): number | undefined {
    return this.#tasks[0]?.at
  }

  /** Returns when the task that runs was due, or else the next one; `undefined` where there is none. */
  due (): number | undefined {
    return this.#running?.at ?? this.next()
  }

  /** Whether a task has begun that is not done. */
  get isRunning (): boolean {
    return this.#running !== undefined
  }

  clear (): void {
    this.#tasks.length = 0
    this.rearm()
  }

  /**
   * Moves the clock to an instant, and stops on the way at each task until it has run. Calls wait for each
   * other.
   */
  advanceTo (instant: number): Promise<void> {
    this.#advancing = this.#advancing.then(() => this.#walkTo(instant))
    return this.#advancing
  }

  /** Runs advances of the clock one after the other, so that each counts from where the one before has led. */
  inTurn<T> (advance: () => Promise<T>): Promise<T> {
    const turn = this.#turns.then(advance)
    this.#turns = turn.catch(() => {})
    return turn
  }

  /** Sets the timer for the next task. Call it when the clock was changed. */
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
      this.#running = next
      await next.run().catch(() => {})
      this.#running = undefined
    }
    this.#clock.moveTo(instant)
    this.rearm()
  }
}
