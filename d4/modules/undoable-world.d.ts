import type { ResourceType } from '../simulation/resource-type.ts';
import type { Scope } from '../simulation/scope.ts';
import type { CreateOptions, ModuleResource, ModuleWorld } from './module-world.ts';
type Members = Readonly<Record<string, unknown>>;
type Id = string | number;
/** A world while one handler acts in it. What it does holds at once; who is to hear of it hears when it is kept. */
export declare class UndoableWorld implements ModuleWorld {
    #private;
    /** The types are by their names in the document. */
    constructor(scope: Scope, types: ReadonlyMap<string, ResourceType>);
    get name(): string;
    now(): number;
    uuid(): string;
    random(): number;
    get(type: string, id: Id): ModuleResource | undefined;
    list(type: string, where?: Members): ModuleResource[];
    create(type: string, members?: Members, { hidden, id, lifecycle, status }?: CreateOptions): ModuleResource;
    update(type: string, id: Id, members: Members): ModuleResource | undefined;
    patch(type: string, id: Id, members: Members): ModuleResource | undefined;
    setStatus(type: string, id: Id, status: string): ModuleResource | undefined;
    delete(type: string, id: Id): boolean;
    /** Keeps what was done, and tells of it. */
    keep(): void;
    /** Has everything be as it was. */
    undo(): void;
}
export {};
