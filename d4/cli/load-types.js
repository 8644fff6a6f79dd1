import { loadEdition } from "../apis/load-edition.js";
import { withDefaults } from "../options.js";
import { typesText } from "./types.js";
/** Loads documents, and writes them as TypeScript. Rejects with `InvalidDocument` where one cannot be used. */
export async function loadTypes(options) {
    const { contracts, types } = await loadEdition(withDefaults(options));
    return typesText({ contracts, types: types.values() });
}
