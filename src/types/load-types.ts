import { loadDeclarations } from '../load-definitions.ts'
import { withDefaults } from '../options.ts'
import { typesText } from './types-text.ts'
import type { StandinOptions } from '../standin-options.ts'

/**
 * Loads documents, and writes their types as TypeScript. It runs no code beside them. Rejects with `InvalidDocument`
 * when one cannot be used.
 */
export async function loadTypes (options: StandinOptions): Promise<string> {
  const { contracts, types } = await loadDeclarations(withDefaults(options))
  return typesText({ contracts, types: types.values() })
}
