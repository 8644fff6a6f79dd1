import type { ResponseDefinition } from '../contract/contract.ts';
import type { ApiRequest, ApiResponse } from '../validation/message.ts';
import type { World } from '../worlds/world.ts';
import type { GeneratedFrom } from './make.ts';
/** The answers that one documented response of an operation allows, ready to be given. */
export declare class DocumentedAnswers {
    #private;
    readonly status: number;
    constructor(definition: ResponseDefinition, status?: number);
    /** The example of a name, whether it fits its schema or not; or the first that fits. `undefined` where there is none. */
    example(request: ApiRequest, world: World, name?: string): ApiResponse | undefined;
    hasExample(name: string): boolean;
    /** A generated one; without a body where none is documented. */
    generated(request: ApiRequest, world: World, from: GeneratedFrom): ApiResponse;
    /** The first example, or else a generated one. */
    any(request: ApiRequest, world: World): ApiResponse;
    /** What is documented of a body that others give. */
    around(request: ApiRequest, world: World): Pick<ApiResponse, 'status' | 'headers' | 'defaultHeaders'>;
}
