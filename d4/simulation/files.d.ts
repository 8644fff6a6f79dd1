import type { FileContent } from '../validation/message.ts';
import type { Declaration } from './declaration.ts';
import type { Evaluate, Vocabulary } from './expression.ts';
import type { RowFiles } from './rows.ts';
import type { Scope, Subject } from './scope.ts';
/** The files that resources of a type come to have. */
export interface DeclaredFiles {
    readonly name: Evaluate;
    readonly rows: Evaluate;
    readonly count: number;
    readonly repeat: number;
    readonly header: number;
    readonly mediaType: string;
    /** The statuses in which they can be downloaded. */
    readonly availableIn: ReadonlySet<string>;
    /** How long a URL works from when it was given out, in milliseconds. */
    readonly validForMs: number | undefined;
}
export interface ListedFile {
    readonly url: string;
    readonly name: string;
    readonly size: number;
}
interface FilesSurroundings {
    readonly vocabulary: Vocabulary;
    readonly statuses: readonly string[];
    /** Where the rows are; what is not known yet is not looked for. */
    readonly rowFiles: RowFiles | undefined;
}
/** Reads `files` of a resource type. */
export declare function compileFiles(declaration: Declaration, { rowFiles, statuses, vocabulary }: FilesSurroundings): DeclaredFiles;
/** The path under which files are served. */
export declare const FILES_PATH = "/__files";
/** A resource's files, with URLs that lead back to its world. */
export declare function listFiles(subject: Subject, scope: Scope): ListedFile[];
/** A resource's files with their content, which is made when it is read. */
export declare function openFiles(subject: Subject, scope: Scope): FileContent[];
/** The file that a URL names. Throws `FileNotFound`, `FileSignatureWrong` or `FileNotAvailable`. */
export declare function openSignedFile(name: string, signature: FileSignature, subject: Subject, scope: Scope): FileContent;
export interface FileSignature {
    readonly value: string | undefined;
    /** When the URL ceases to work, in milliseconds since 1970, as the URL has it. */
    readonly expires: string | undefined;
}
export {};
