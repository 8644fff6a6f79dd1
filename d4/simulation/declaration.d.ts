/** Takes note of a mistake at a JSON pointer of the document. */
export type Report = (pointer: string, message: string) => void;
/** Thrown by a declaration after it has reported what is wrong with it. */
export declare class DeclarationRefused extends Error {
}
/** A value that a document declares, with the place where it stands. Reading it as what it is not reports a mistake and throws. */
export declare class Declaration {
    #private;
    readonly value: unknown;
    readonly pointer: string;
    constructor(value: unknown, pointer: string, report: Report);
    /** Reports that this is wrong, and gives up on it. */
    refuse(message: string): never;
    /** A word that is none of those known, with the nearest of them. */
    refuseWord(what: string, word: string, known: readonly string[]): never;
    /** An object with known members; answers those that are there. Reports every unknown one and every missing one. */
    members(known: readonly string[], required?: readonly string[]): Partial<Record<string, Declaration>>;
    /** An object's members by name, whatever they are. */
    parts(): Partial<Record<string, Declaration>>;
    /** An object's members in order, whatever their names. */
    entries(): Array<[name: string, member: Declaration]>;
    list(): Declaration[];
    text(): string;
    /** One of the known words. */
    word(what: string, known: readonly string[]): string;
    words(what: string, known: readonly string[]): string[];
    flag(): boolean;
    integer(minimum: number): number;
    /** An ISO 8601 duration, in milliseconds. */
    duration(): number;
}
/** Compiles every item, so that each reports what is wrong with it; gives up after the last where any was refused. */
export declare function compileAll<Item, Compiled>(items: readonly Item[], compile: (item: Item, index: number) => Compiled): Compiled[];
/** Does the same with parts that are each compiled in a way of their own. */
export declare function compileEach<Parts extends Readonly<Record<string, () => unknown>>>(parts: Parts): {
    [Name in keyof Parts]: ReturnType<Parts[Name]>;
};
