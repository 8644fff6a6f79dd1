import type { Contract } from '../contract/contract.ts';
import type { Report } from '../contract/problem.ts';
/** Reports each example and default of a document that breaks the schema which it stands in, or beside. */
export declare function checkDocumentExamples(contract: Contract, report: Report): void;
