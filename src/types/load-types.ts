import { loadDefinitions } from '../load-definitions.ts'
import { withDefaults } from '../options.ts'
import { typesText } from './types-text.ts'
import type { StandinOptions } from '../standin-options.ts'

/** Loads documents, and writes their types as TypeScript. Rejects with `InvalidDocument` when one cannot be used. */
export async function loadTypes (options: StandinOptions): Promise<string> {
  const { contracts, types } = await loadDefinitions(withDefaults(options))
  return typesText({ contracts, types: types.values() })
}
