import type { Operation } from '../contract/contract.ts';
import type { Vocabulary } from '../simulation/expression.ts';
import type { ResourceType } from '../simulation/resource-type.ts';
import type { Scope } from '../simulation/scope.ts';
import type { ApiSimulation } from '../simulation/simulation.ts';
import type { ResponseValidator } from '../validation/response-validator.ts';
/** An operation as stubs see it. */
export interface Stubbed {
    readonly operation: Operation;
    /** What the templates of its stubs can speak of. */
    readonly vocabulary: Vocabulary;
    /** The type of what it creates, and of the one resource that it finds. */
    readonly creates: ResourceType | undefined;
    readonly finds: ResourceType | undefined;
    readonly validate: ResponseValidator;
    /** Makes a request to try templates with, of which only what the document has an example for is known. */
    readonly sample: () => Scope;
}
/** Makes the stubs' view of an operation. */
export declare function createStubbed(operation: Operation, simulation: ApiSimulation | undefined): Stubbed;
