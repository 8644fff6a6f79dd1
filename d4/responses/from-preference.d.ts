import type { Operation } from '../contract/contract.ts';
import type { ResponseSource } from './response-source.ts';
/**
 * Answers what a client asks for with `Prefer: code=429, example=name, dynamic=true`, as Prism does, and says what was applied;
 * where it asks for nothing, what the world's settings have for the operation.
 * Throws `UnknownPreference` for a status or an example that the operation does not have.
 */
export declare function fromPreference(operation: Operation): ResponseSource;
