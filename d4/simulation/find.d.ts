import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope, Subject } from './scope.ts';
import type { Step } from './step.ts';
/** A `find`, compiled. */
export interface Find {
    readonly step: Step;
    readonly type: ResourceType;
    /** What it would find, without counting a read; not for many. */
    readonly peek?: (scope: Scope) => Subject | undefined;
}
/** Reads `find`: the resource, or the resources, that a request asks for. A read counts for those that progress by polls, but where it is to change them. */
export declare function compileFind(declaration: Declaration, language: OperationLanguage, { isRead }: {
    isRead: boolean;
}): Find;
