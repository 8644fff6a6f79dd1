import type { Parameter } from '../contract/contract.ts';
import type { Shape } from './shape.ts';
/** How the text of one parameter is taken apart (OpenAPI 3.1, Parameter Object, "Style Values"). */
export interface Styled {
    readonly name: string;
    readonly style: Parameter['style'];
    readonly explode: boolean;
    readonly shape: Shape;
    /** Decodes a piece of it, once it is apart; `undefined` if it cannot be. */
    readonly decode: (text: string) => string | undefined;
}
/** The value of a parameter, or what was expected of its text, to be read after "must". */
export type StyledReading = {
    readonly kind: 'value';
    readonly value: unknown;
} | {
    readonly kind: 'malformed';
    readonly expected: string;
};
/** Reads the text of a parameter that stands alone: in the path, in a header, or as the one value in a query or cookie. */
export declare function readStyled(text: string, styled: Styled): StyledReading;
/** Reads the values of a parameter that is repeated, one for each of its items. */
export declare function readItems(parts: readonly string[], { decode, shape }: Styled): StyledReading;
/** Reads one value. */
export declare function readScalar(part: string, { decode, shape }: Styled): StyledReading;
