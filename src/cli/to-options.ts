import type { StandinOptions } from '../standin-options.ts'
import type { Setting } from './list-settings.ts'

/** Returns the server's options that are set; documents that are named replace the folder of documents. */
export function toOptions (settings: readonly Setting[], documents: readonly string[]): StandinOptions {
  const options: Partial<Record<keyof StandinOptions, unknown>> = {}
  for (const { option: { sets }, value } of settings) {
    if (sets !== undefined) options[sets] = value
  }
  if (documents.length > 0) options.openapi = documents
  // A cast: each value has been checked against the rule of its option.
  return options as StandinOptions
}

/** Returns the value of an option, where it is set. */
export function valueOf (flag: string, settings: readonly Setting[]): unknown {
  return settings.find(({ option }) => option.flag === flag)?.value
}
