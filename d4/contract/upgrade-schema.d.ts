import type { Part } from './walk-document.ts';
/** Takes note of what a part of the document was before: the first pointer leads to it now, the second did then. */
export type Move = (to: string, from: string) => void;
/** Turns a schema of Swagger 2.0 or OpenAPI 3.0 into one of JSON Schema 2020-12 that means the same. It does not look into the schemas that it holds. */
export declare function upgradeSchema(part: Pick<Part, 'value' | 'pointer'>, move: Move): void;
