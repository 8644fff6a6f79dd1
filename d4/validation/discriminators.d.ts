/** Which of a list of alternatives a discriminator names, by the value of its member. */
export interface Choice {
    readonly propertyName: string;
    /** The index of an alternative. */
    readonly byName: ReadonlyMap<string, number>;
    /** The names that are told: an alternative that the mapping names is told by that name only. */
    readonly names: readonly string[];
    /** The alternative for where the member is missing, or its value names none (OpenAPI 3.2, Discriminator Object). */
    readonly otherwise: number | undefined;
}
/** Finds what a `$ref` means; `undefined` where it leads nowhere. */
type Resolve = (ref: string) => string | undefined;
/**
 * Reads a schema's discriminator: its mapping, by the name of a schema or by a reference to it, and the names that follow from the
 * references themselves. Nothing where it names none of the alternatives.
 */
export declare function readChoice(discriminator: unknown, branches: readonly unknown[], resolve: Resolve): Choice | undefined;
export {};
