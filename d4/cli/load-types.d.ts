import type { StandinOptions } from '../options.ts';
/** Loads documents, and writes them as TypeScript. Rejects with `InvalidDocument` where one cannot be used. */
export declare function loadTypes(options: StandinOptions): Promise<string>;
