/** A regular expression, as far as matters for what it costs; each part has the text that RE2 takes for it, where there is one. */
export type PatternNode = {
    readonly kind: 'character';
    readonly re2: string;
} | {
    readonly kind: 'start' | 'assertion';
    readonly re2: string;
} | {
    readonly kind: 'group';
    readonly alternatives: readonly PatternSequence[];
} | {
    readonly kind: 'lookahead';
    readonly alternatives: readonly PatternSequence[];
    readonly isNegative: boolean;
} | {
    readonly kind: 'lookbehind';
    readonly alternatives: readonly PatternSequence[];
} | {
    readonly kind: 'backreference';
} | {
    readonly kind: 'repeat';
    readonly node: PatternNode;
    readonly min: number;
    readonly max: number;
};
export type PatternSequence = readonly PatternNode[];
/** Reads a regular expression that ECMA-262 accepts (section 22.2.1), with or without the `u` flag. Throws where it is beyond this reader. */
export declare function parsePattern(source: string, flags: string): readonly PatternSequence[];
