import { isObject } from "../contract/is-object.js";
/** A world of a stage, with as much of its admin API as a trial needs. */
export class StageWorld {
    #stage;
    #name;
    /** The type of resource that it is about: `petstore.Pet`. */
    #type;
    constructor(stage, name, type) {
        this.#stage = stage;
        this.#name = name;
        this.#type = type;
    }
    send(request) {
        return this.#stage.send(this.#name, request);
    }
    async freeze() {
        await this.#admin('PUT', '/clock', { mode: 'frozen' });
    }
    async takeLifecycle(lifecycle) {
        await this.#admin('PATCH', '/settings', { resources: { [this.#type]: { lifecycle } } });
    }
    /** Lets the clock go on to the next thing due; tells whether something happened. */
    async advance() {
        const { body } = await this.#admin('POST', '/clock/advance', { to: 'next' });
        return isObject(body) && Array.isArray(body.changes) && body.changes.length > 0;
    }
    /** The ids of the resources that there are. */
    async ids() {
        const { body } = await this.#admin('GET', `/resources/${encodeURIComponent(this.#type)}`);
        return membersOf(body, 'resources').map(({ id }) => String(id));
    }
    /** The names of the ways that a resource may take. */
    async lifecycles() {
        const { body } = await this.#admin('GET', '/resources');
        const type = membersOf(body, 'types').find(({ type }) => type === this.#type);
        return membersOf(type, 'lifecycles').map(({ name }) => String(name));
    }
    /** Tells whether the last request to an operation was answered as it was to be. */
    async judge(operation, { status }) {
        const { body } = await this.#admin('GET', `/requests?operation=${encodeURIComponent(operation)}&limit=1`);
        const { request, response, source = 'nothing' } = membersOf(body, 'requests')[0] ?? {};
        const [broken] = membersOf(response, 'violations');
        if (broken !== undefined)
            return { kind: 'broken', reason: `its answer would break the contract: ${String(broken.message)}` };
        const [refused] = membersOf(request, 'violations');
        if (refused !== undefined)
            return { kind: 'untried', reason: `it could not be tried, as no request could be made up: ${String(refused.message)}` };
        return source === 'simulation' ? { kind: 'fine' } : { kind: 'untried', reason: `it could not be tried: it is answered with ${status} by ${String(source)}` };
    }
    #admin(method, path, body) {
        return this.send({ method, url: `/__admin${path}`, ...body !== undefined && { headers: { 'content-type': 'application/json' }, payload: JSON.stringify(body) } });
    }
}
/** The objects in a list that is a member of something. */
function membersOf(value, name) {
    const list = isObject(value) ? value[name] : undefined;
    return Array.isArray(list) ? list.filter(isObject) : [];
}
