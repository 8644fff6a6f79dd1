import type { Move } from './upgrade-schema.ts';
type Members = Record<string, unknown>;
/** Gives a Swagger 2.0 document the form of OpenAPI 3, in place; its schemas and references stay as they are. */
export declare function upgradeSwagger(document: Members, move: Move): void;
export {};
