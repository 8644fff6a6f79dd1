import type { Encoding } from '../contract/contract.ts';
import type { BodyPart } from './multipart-parts.ts';
import type { Shape } from './shape.ts';
import type { Violation } from './violation.ts';
/** What is declared of a part. */
export interface DeclaredPart {
    readonly shape: Shape;
    /** JSON pointer of it within the body. */
    readonly pointer: string;
    readonly encoding: Encoding | undefined;
}
/** Reads the parts of one name by what is declared of them; adds what is wrong with them to a list. */
export declare class PartReader {
    #private;
    constructor(declared: DeclaredPart, violations: Violation[]);
    /** A list where there are several, or where a list is described. */
    readAll(parts: readonly BodyPart[]): unknown;
    read(part: BodyPart): unknown;
}
