import type { Stage, Resource } from '../worlds/resource.ts';
import type { World } from '../worlds/world.ts';
import type { Operation } from '../contract/contract.ts';
import type { Declaration } from './declaration.ts';
import type { DeclaredFiles } from './files.ts';
import type { KnownWords } from './expression.ts';
import type { KnownMembers } from './known-members.ts';
import type { RowFiles } from './rows.ts';
import type { Scope } from './scope.ts';
/** A type of resource as a document declares it, compiled. */
export interface ResourceType {
    /** `mews.Export` */
    readonly id: string;
    readonly idMember: string | undefined;
    readonly statusMember: string | undefined;
    /** The statuses of a job that has not ended. */
    readonly running: ReadonlySet<string>;
    /** Every status that a lifecycle names. */
    readonly statuses: ReadonlySet<string>;
    readonly lifecycles: ReadonlyMap<string, readonly Stage[]>;
    readonly defaultLifecycle: string;
    readonly always: (scope: Scope) => Record<string, unknown>;
    readonly whileIn: ReadonlyMap<string, (scope: Scope) => Record<string, unknown>>;
    readonly files: DeclaredFiles | undefined;
    /** Whether clients see the same of a resource for as long as it is in one status. */
    readonly isSteady: boolean;
    /** The words that can be said of its resources. */
    readonly known: KnownWords;
    /** The members, visible or hidden, that operations create its resources with; `undefined` where none creates any, or where the request may name them. */
    readonly stored: readonly string[] | undefined;
    /** Tells whether an id that nothing was said of exists all the same. */
    readonly assumed: (id: unknown) => boolean;
    /** The id as clients see it. */
    showId(resource: Resource): unknown;
    makeId(world: World): string;
}
/** Compiles a JSON Schema that a document declares to a test of values. */
export type SchemaTest = (declaration: Declaration) => (value: unknown) => boolean;
/** What a type is compiled with, beside what is declared of it. */
export interface TypeSurroundings {
    readonly limits: readonly string[];
    readonly operations: readonly Operation[];
    readonly created: KnownMembers | undefined;
    readonly rowFiles: RowFiles | undefined;
    readonly testOf: SchemaTest;
}
/** Reads one of `x-standin.resources`. */
export declare function compileResourceType(id: string, declaration: Declaration, { created, limits, operations, rowFiles, testOf }: TypeSurroundings): ResourceType;
