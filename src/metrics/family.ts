/** The values of one metric, as they are now. */
export interface Family {
  /** Without the suffix of its type: `standin_requests`, whose values are those of `standin_requests_total`. */
  readonly name: string
  readonly help: string
  readonly type: 'counter' | 'gauge' | 'histogram'
  readonly samples: readonly Sample[]
}

export type Labels = Readonly<Record<string, string>>

export interface Sample {
  /** What follows the name of the family: a histogram has several series. */
  readonly suffix?: '_bucket' | '_sum' | '_count'
  readonly labels?: Labels
  readonly value: number
}

/** Returns the family of a metric that has one value. */
export function singleValue (type: 'counter' | 'gauge', name: string, help: string, value: number): Family {
  return { name, help, type, samples: [{ value }] }
}
