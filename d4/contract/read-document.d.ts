import type { Place } from './contract.ts';
/** A document as text has it: its value, or why it cannot be read. */
export type DocumentReading = {
    readonly kind: 'value';
    readonly value: unknown;
} | {
    readonly kind: 'unreadable';
    readonly problems: ReadonlyArray<{
        readonly place: Place;
        readonly message: string;
    }>;
};
/** Reads a YAML or JSON text. Text that begins with a brace is taken for JSON. */
export declare function readDocument(text: string): DocumentReading;
/** Tells where JSON pointers lead in a YAML or JSON text; reads it for places only when first asked. */
export declare function createLocator(text: string): (pointer: string) => Place;
/** Reads a JSON text; says where it is not JSON. */
export declare function readJson(text: string): DocumentReading;
