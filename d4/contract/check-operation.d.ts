import type { OpenApiDocument } from './contract.ts';
import type { Report } from './problem.ts';
interface OperationPart {
    readonly path: string;
    /** The path item that holds it. */
    readonly item: Record<string, unknown>;
    readonly itemPointer: string;
    readonly definition: Record<string, unknown>;
    readonly pointer: string;
}
/** Reports what is faulty in an operation; what its path names without a declaration is declared in passing, as text. */
export declare function checkOperation(document: OpenApiDocument, part: OperationPart, report: Report): void;
/** Reports alternatives that are no objects, and schemes that are not declared. */
export declare function checkSecurity(document: OpenApiDocument, security: unknown, pointer: string, report: Report): void;
export {};
