import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Step } from './step.ts';
/** Reads `find` with `many`: the resources that a request asks for, in order, and of those the page. Only what is on the page is looked at closely. */
export declare function compileFindMany(declared: Partial<Record<string, Declaration>>, type: ResourceType, language: OperationLanguage): Step;
