import type { HeaderDefinition } from '../contract/contract.ts';
import type { ViolationList } from './violation-list.ts';
import type { Spot } from './violations.ts';
type Headers = Readonly<Record<string, string>>;
/** Makes the check of a header of a message or of a part of one: that it is there, and fits its schema. */
export declare function createHeaderCheck({ name, required, explode, schema }: HeaderDefinition, spot?: Spot): (headers: Headers, violations: ViolationList) => void;
/** Finds a header by its name in lower case, however it is written. */
export declare function findHeader(headers: Headers, name: string): string | undefined;
export {};
