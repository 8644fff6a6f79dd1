/** A value whose members its owner may replace. */
export type Writable<T> = { -readonly [Name in keyof T]: T[Name] }
