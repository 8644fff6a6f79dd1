/** A stand-in that serves the document with what is proposed for it. */
export interface Stage {
    /** Sends a request to a world. */
    send(world: string, request: StageRequest): Promise<StageAnswer>;
}
export interface StageRequest {
    readonly method: string;
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly payload?: string | undefined;
}
export interface StageAnswer {
    readonly status: number;
    /** Parsed, where it is JSON. */
    readonly body: unknown;
}
/** How a request was answered, as the journal has it. */
export type Judgement = {
    readonly kind: 'fine';
}
/** The answer breaks the contract. */
 | {
    readonly kind: 'broken';
    readonly reason: string;
}
/** The request did not get as far as what is proposed. */
 | {
    readonly kind: 'untried';
    readonly reason: string;
};
/** A world of a stage, with as much of its admin API as a trial needs. */
export declare class StageWorld {
    #private;
    constructor(stage: Stage, name: string, type: string);
    send(request: StageRequest): Promise<StageAnswer>;
    freeze(): Promise<void>;
    takeLifecycle(lifecycle: string): Promise<void>;
    /** Lets the clock go on to the next thing due; tells whether something happened. */
    advance(): Promise<boolean>;
    /** The ids of the resources that there are. */
    ids(): Promise<string[]>;
    /** The names of the ways that a resource may take. */
    lifecycles(): Promise<string[]>;
    /** Tells whether the last request to an operation was answered as it was to be. */
    judge(operation: string, { status }: StageAnswer): Promise<Judgement>;
}
