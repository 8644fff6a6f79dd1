import type { ContractSource, Parameter } from './contract.ts';
/** How values may be written, by the place they are in; the first is the default. */
export declare const STYLES: {
    readonly path: readonly ["simple", "label", "matrix"];
    readonly query: readonly ["form", "spaceDelimited", "pipeDelimited", "deepObject"];
    readonly header: readonly ["simple"];
    readonly cookie: readonly ["form", "cookie"];
};
interface ParameterList {
    readonly list: unknown;
    readonly pointer: string;
}
/**
 * Lists an operation's parameters; in later lists, one of the same name and place replaces the one before.
 * Left out is what is no parameter, and what has no place in the operation's path.
 */
export declare function listParameters(source: ContractSource, path: string, lists: readonly ParameterList[]): Parameter[];
/** Whether a parameter may be there. */
export declare function isPlace(place: unknown): place is Parameter['in'];
export {};
