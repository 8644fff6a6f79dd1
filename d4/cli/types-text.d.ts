/** Writes a text as TypeScript does: `'it\'s'`. */
export declare function quoted(text: string): string;
/** Writes the name of a member, in quotes where it needs them. */
export declare function memberName(name: string): string;
/** Writes a description as the lines of a comment: one, or none where there is nothing to say. */
export declare function commentLines(description: unknown): string[];
/** Writes members, each of them some lines, as an object type. */
export declare function block(members: readonly string[]): string;
/** Writes members as an object type, which has none where there are none. */
export declare function blockOrNone(members: readonly string[]): string;
/** Writes alternatives, each once. */
export declare function union(types: readonly string[]): string;
/** Writes what must hold at once, each once. */
export declare function intersection(types: readonly string[]): string;
/** Writes a list of a type. */
export declare function listOf(type: string): string;
