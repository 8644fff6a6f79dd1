import type { Origins } from './origins.ts';
import type { Part } from './walk-document.ts';
/** Gives a document of Swagger 2.0 or OpenAPI 3.0 the form of OpenAPI 3.1, in place. Answers what does so for its schemas, which are all visited later. */
export declare function upgradeDocument(document: Record<string, unknown>, origins: Origins): UpgradePart;
/** Gives a part the form of OpenAPI 3.1, in place. */
export type UpgradePart = (part: Part) => void;
