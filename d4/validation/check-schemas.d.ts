import type { Contract } from '../contract/contract.ts';
import type { Report } from '../contract/problem.ts';
/** Reports what in the schemas of a document is not as JSON Schema (2020-12) has it. */
export declare function checkSchemas({ document }: Pick<Contract, 'document'>, report: Report): void;
