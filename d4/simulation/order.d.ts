import type { Resource } from '../worlds/resource.ts';
import type { Declaration } from './declaration.ts';
import type { OperationLanguage } from './language.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from './scope.ts';
/** What many resources are ordered by. */
export interface Order {
    readonly isDefault: boolean;
    /** What decides where a resource stands: the values that it is ordered by, and its number last. */
    placeOf(resource: Resource): readonly unknown[];
    compare(a: readonly unknown[], b: readonly unknown[]): number;
}
/** The order for one request. */
export type MakeOrder = (scope: Scope) => Order;
/** Reads `sort`: names of members, a minus before one that goes down, as `-created,name`; or an expression that gives them. */
export declare function compileOrder(declaration: Declaration | undefined, type: ResourceType, language: OperationLanguage): MakeOrder;
