import type { Method } from './contract.ts';
import type { Located } from './resolve-ref.ts';
/** A member of a path item that is to be an operation. */
export interface PathMethod {
    readonly method: Method;
    readonly pointer: string;
    readonly definition: unknown;
}
/** The methods that a server can read beside `METHODS`: Node's parser knows no others. */
export declare const ADDITIONAL_METHODS: ReadonlySet<string>;
/** Lists the operations of a path item, those with methods of their own names (OpenAPI 3.2) last. */
export declare function listMethods({ value, pointer }: Located<Record<string, unknown>>): PathMethod[];
