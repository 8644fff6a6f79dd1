import { ResourcesFull } from "../errors.js";
import { BoundedMap } from "./bounded-map.js";
import { Deliveries } from "./deliveries.js";
import { IndexedResources } from "./indexed-resources.js";
import { Oldest } from "./oldest.js";
import { OperationStubs } from "./operation-stubs.js";
import { Ring } from "./ring.js";
/** Keeps a world's state in this process. */
export class MemoryStore {
    #maxResources;
    #byType = new Map();
    #indexed;
    #numbers = new Map();
    #windows;
    #memories;
    #stubs = new Map();
    #stubsOf = new Map();
    #exchanges;
    #deliveries;
    /** What requests have created, oldest first: the first to go when room is needed. What was seeded stays. */
    #createdByRequests = new Set();
    #oldest = new Oldest(this.#createdByRequests);
    #size = 0;
    #created = 0;
    #dropped = 0;
    constructor({ indexes, maxResources, maxExchanges }) {
        this.#maxResources = maxResources;
        this.#windows = new BoundedMap(maxResources);
        this.#memories = new BoundedMap(maxResources);
        this.#indexed = new IndexedResources(indexes);
        this.#exchanges = new Ring(maxExchanges);
        this.#deliveries = new Deliveries(maxExchanges);
    }
    insert(draft, guards) {
        const taken = draft.id === undefined ? undefined : this.get(draft.type, draft.id);
        if (typeof taken === 'object')
            return { kind: 'taken', resource: taken };
        for (const guard of guards) {
            const counted = this.#indexed.counted(guard);
            if (counted.length >= guard.max)
                return { kind: 'refused', guard, counted };
        }
        const { makeId, ...rest } = draft;
        const resource = { ...rest, id: draft.id ?? makeId(), number: ++this.#created };
        this.put(resource);
        this.#createdByRequests.add(resource);
        return { kind: 'inserted', resource };
    }
    get(type, id) {
        return this.#byType.get(type)?.get(id);
    }
    put(resource) {
        const known = this.#ofType(resource.type);
        const replaced = known.get(resource.id);
        if (replaced === undefined)
            this.#makeRoom();
        if (typeof replaced === 'object')
            this.#forget(replaced);
        known.set(resource.id, resource);
        this.#indexed.add(resource);
    }
    update(type, id, change) {
        const resource = this.get(type, id);
        if (typeof resource !== 'object')
            return undefined;
        const changes = change(resource);
        if (changes === undefined)
            return undefined;
        this.#indexed.remove(resource);
        Object.assign(resource, { shown: undefined }, changes);
        // Guards forget what has ended for good: adding it again lets them count it anew.
        this.#indexed.add(resource);
        return resource;
    }
    delete(type, id) {
        const known = this.#ofType(type);
        const deleted = known.get(id);
        if (deleted === undefined)
            this.#makeRoom();
        if (typeof deleted === 'object')
            this.#forget(deleted);
        known.set(id, 'absent');
    }
    forget(type, id) {
        const known = this.#ofType(type);
        const forgotten = known.get(id);
        if (forgotten === undefined)
            return;
        if (typeof forgotten === 'object')
            this.#forget(forgotten);
        known.delete(id);
        this.#size--;
    }
    room() {
        return this.#maxResources - this.#size + this.#createdByRequests.size;
    }
    list(type) {
        const types = type === undefined ? [...this.#byType.values()] : [this.#byType.get(type) ?? new Map()];
        return types.flatMap(known => [...known.values()].filter(resource => resource !== 'absent'));
    }
    listBy(index, key) {
        return this.#indexed.list(index, key);
    }
    reindex(indexes) {
        this.#indexed = new IndexedResources(indexes);
        for (const resource of this.list())
            this.#indexed.add(resource);
    }
    retainTypes(types) {
        const others = [...this.#byType].filter(([type]) => !types.has(type));
        return others.flatMap(([type, known]) => {
            const resources = this.list(type);
            for (const id of known.keys())
                this.forget(type, id);
            return resources;
        });
    }
    nextNumber(type, from) {
        const number = this.#numbers.get(type) ?? from;
        this.#numbers.set(type, number + 1);
        return number;
    }
    count(limit, key, window, now) {
        const usage = this.usage(limit, key, window, now);
        if (!usage.allowed)
            return usage;
        const name = `${limit} ${key}`;
        const reset = usage.reset ?? now + window.ms;
        const used = window.max - usage.remaining + 1;
        this.#windows.set(name, { used, reset });
        return { allowed: true, remaining: usage.remaining - 1, reset };
    }
    usage(limit, key, { max }, now) {
        const open = this.#windows.get(`${limit} ${key}`);
        if (open === undefined || open.reset <= now)
            return { allowed: max > 0, remaining: max, reset: undefined };
        return { allowed: open.used < max, remaining: Math.max(0, max - open.used), reset: open.reset };
    }
    remember(memory, key, make) {
        const name = `${memory} ${key}`;
        if (this.#memories.has(name))
            return { first: false, answer: this.#memories.get(name) }; // one memory holds one kind of answer
        const answer = make();
        this.#memories.set(name, answer);
        return { first: true, answer };
    }
    addStub(stub) {
        this.deleteStub(stub.id);
        this.#stubs.set(stub.id, stub);
        const ofOperation = this.#stubsOf.get(stub.operation) ?? new OperationStubs();
        this.#stubsOf.set(stub.operation, ofOperation);
        ofOperation.add(stub);
    }
    takeStub(operation, matches, valueAt) {
        // Whoever takes stubs also added them.
        const stub = this.#stubsOf.get(operation)?.take({ matches: stub => matches(stub), valueAt });
        return stub && { stub, use: stub.used };
    }
    stubs() {
        return [...this.#stubs.values()].reverse();
    }
    deleteStub(id) {
        const stub = this.#stubs.get(id);
        if (stub === undefined)
            return false;
        this.#stubsOf.get(stub.operation)?.remove(stub);
        return this.#stubs.delete(id);
    }
    deleteStubs() {
        this.#stubs.clear();
        this.#stubsOf.clear();
    }
    append(exchange) {
        this.#exchanges.push(exchange);
    }
    exchanges() {
        return this.#exchanges.toArray();
    }
    deleteExchanges() {
        this.#exchanges.clear();
    }
    droppedExchanges() {
        return this.#exchanges.dropped;
    }
    droppedResources() {
        return this.#dropped;
    }
    addDelivery(delivery) {
        return this.#deliveries.add(delivery);
    }
    deliveries() {
        return this.#deliveries.list();
    }
    droppedDeliveries() {
        return this.#deliveries.dropped;
    }
    #ofType(type) {
        let known = this.#byType.get(type);
        if (known === undefined)
            this.#byType.set(type, known = new Map());
        return known;
    }
    #forget(resource) {
        this.#indexed.remove(resource);
        this.#createdByRequests.delete(resource);
    }
    #makeRoom() {
        if (this.#size < this.#maxResources) {
            this.#size++;
            return;
        }
        const oldest = this.#oldest.next();
        if (oldest === undefined)
            throw new ResourcesFull(String(this.#maxResources));
        this.#forget(oldest);
        this.#byType.get(oldest.type)?.delete(oldest.id);
        this.#dropped++;
    }
}
