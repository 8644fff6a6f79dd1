import type { Contract } from '../contract/contract.ts';
import type { Report } from './declaration.ts';
/** Reports every `x-standin` that nothing would look at, and every member that was meant to be one. */
export declare function reportMisplaced({ document, operations, webhooks }: Contract, report: Report): void;
