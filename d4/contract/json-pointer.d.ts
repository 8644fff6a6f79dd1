/** Writes a member's name as a token of a JSON pointer (RFC 6901): `a/b` becomes `a~1b`. */
export declare function escapePointer(name: string): string;
/** Reads a JSON pointer as the names it consists of; `undefined` if it is not one. */
export declare function parsePointer(pointer: string): string[] | undefined;
/** The value that a JSON pointer leads to; `undefined` where it leads nowhere. */
export declare function getByPointer(root: unknown, pointer: string): unknown;
