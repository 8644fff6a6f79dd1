import type { OpenApiDocument } from './contract.ts';
import type { OnTheWay } from './check-references.ts';
import type { Report } from './problem.ts';
/** Reports all that is faulty in a document, which is served in spite of it. What has to be mended for that is, in place. */
export declare function checkDocument(document: OpenApiDocument, report: Report, onTheWay?: OnTheWay): void;
