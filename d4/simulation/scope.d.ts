import type { ApiRequest } from '../validation/message.ts';
import type { Violation } from '../validation/violation.ts';
import type { Resource } from '../worlds/resource.ts';
import type { Way } from '../worlds/settings.ts';
import type { World } from '../worlds/world.ts';
import type { Position } from './course.ts';
import type { Announce } from './happening.ts';
import type { Limit } from './limit.ts';
import type { Page } from './page.ts';
import type { ResourceType } from './resource-type.ts';
import type { RowFiles } from './rows.ts';
/** As much of a request as is known: one that breaks the contract has no operation or no body. */
export type RequestFacts = Omit<ApiRequest, 'operation'> & {
    readonly operation?: ApiRequest['operation'];
};
/** All that a template may speak of while one request is answered. */
export interface Scope {
    readonly world: World;
    /** The world's time for all of this request, in milliseconds since 1970. */
    readonly now: number;
    readonly request: RequestFacts;
    /** The API's limits, by name. */
    readonly limits: ReadonlyMap<string, Limit>;
    readonly rowFiles: RowFiles;
    /** Told of what becomes of resources; left out where nobody asks. */
    readonly announce?: Announce;
    /** What was chosen for a resource that this request creates. */
    readonly way?: Way;
    readonly subject?: Subject;
    /** Whether this request has created it. */
    readonly isNew?: boolean;
    readonly subjects?: readonly Subject[];
    /** Where those stand among all that were found. */
    readonly page?: Page;
    /** The resource in the way of a new one. */
    readonly conflict?: Subject;
    /** Whole seconds until what was refused would be accepted. */
    readonly retryAfter?: number;
    /** The id that a requirement misses. */
    readonly missingId?: unknown;
    readonly problems?: readonly unknown[];
    readonly violations?: readonly Violation[];
    readonly statusCode?: number;
    /** Which of a resource's files is being named, from 1. */
    readonly fileNumber?: number;
    /** The item of the nearest `$each`. */
    readonly item?: unknown;
}
/** A resource that is being shown, with where it is on its way. */
export interface Subject {
    readonly resource: Resource;
    readonly type: ResourceType;
    readonly position: Position;
    /** How clients see it, once it has been made. */
    shown?: Readonly<Record<string, unknown>>;
}
