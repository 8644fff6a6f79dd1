import { loadApis } from '../apis/load-apis.ts'
import { withDefaults } from '../options.ts'
import type { StandinOptions } from '../options.ts'
import { typesText } from './types.ts'

/** Loads documents, and writes them as TypeScript. Rejects with `InvalidDocument` where one cannot be used. */
export async function loadTypes (options: StandinOptions): Promise<string> {
  const { apis, types } = await loadApis(withDefaults(options))
  return typesText({ contracts: apis.map(({ contract }) => contract), types: types.values() })
}
