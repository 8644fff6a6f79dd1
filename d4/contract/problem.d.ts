import type { Place } from './contract.ts';
/** What is wrong in a file, and where. */
export interface Problem {
    /**
     * A warning is served in spite of it: what is faulty is left out, or may be anything.
     * @default 'error'
     */
    readonly severity?: 'error' | 'warning';
    /** As it is shown in messages: `openapi/mews.yaml`. */
    readonly file: string;
    /** Absent where the file as a whole is meant. May be found only when it is asked for, which takes a while in a large file. */
    readonly place?: Place;
    /** JSON pointer in the document, where that is known. */
    readonly pointer?: string;
    /** What is wrong, what was expected, and what to do: `unknown method "pots", did you mean "post"?` */
    readonly message: string;
}
/** Takes note of what is wrong at a JSON pointer of a document. */
export type Report = (pointer: string, message: string) => void;
/** Writes a problem as compilers do: `openapi/mews.yaml:12:3 unknown method …`. */
export declare function formatProblem({ severity, file, place, message }: Problem): string;
/** Makes one error of all problems, one a line: the errors first, in the order of the files and of the places in them. */
export declare function createInvalidDocument(problems: readonly Problem[]): Error;
/** Writes problems, one a line and each once, the worst first. */
export declare function listLines(problems: readonly Problem[]): string[];
/** The problems that an error tells; throws any other error. */
export declare function problemsOf(error: unknown): readonly Problem[];
/** Orders problems: the worst first, then in the order of the files and of the places in them. */
export declare function sortProblems(problems: readonly Problem[]): Problem[];
