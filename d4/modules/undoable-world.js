import { ResourceTaken, UnknownResourceType } from "../errors.js";
import { courseFrom } from "../simulation/course.js";
import { withoutOwn } from "../simulation/members.js";
import { mergeMembers } from "../simulation/merge-patch.js";
import { createDraft, toId } from "../simulation/new-resource.js";
import { deleteResource, unknownStatusOf } from "../simulation/seed.js";
import { shownMembers } from "../simulation/shown-members.js";
import { subjectOf } from "../simulation/subject.js";
import { valueOf } from "../simulation/where.js";
import { hint } from "../validation/create-unknown.js";
import { keyOf } from "../worlds/indexed-resources.js";
/** A world while one handler acts in it. What it does holds at once; who is to hear of it hears when it is kept. */
export class UndoableWorld {
    #scope;
    #types;
    #undo = [];
    #tidings = new Map();
    /** The types are by their names in the document. */
    constructor(scope, types) {
        this.#scope = scope;
        this.#types = types;
    }
    get name() {
        return this.#scope.world.name;
    }
    now() {
        return this.#scope.world.clock.now();
    }
    uuid() {
        return this.#scope.world.random.uuid();
    }
    random() {
        return this.#scope.world.random.fraction();
    }
    get(type, id) {
        const resource = this.#find(this.#typeNamed(type), id);
        return resource && this.#show(type, resource);
    }
    list(type, where = {}) {
        const conditions = Object.entries(where).map(([name, value]) => [name, keyOf([value])]);
        return this.#scope.world.store.list(this.#typeNamed(type).id)
            .filter(resource => !this.#isDeleted(resource) && conditions.every(([name, key]) => keyOf([valueOf(resource, name)]) === key))
            .map(resource => this.#show(type, resource));
    }
    create(type, members = {}, { hidden, id, lifecycle, status } = {}) {
        const of = this.#typeNamed(type);
        const { store } = this.#scope.world;
        const scope = { ...this.#now(), ...lifecycle !== undefined && { way: { ...this.#scope.way, lifecycle: lifecycleOf(of, lifecycle) } } };
        const insertion = store.insert(createDraft(of, { id: toId(id, of), members: withoutOwn(members, of), hidden }, scope), []);
        if (insertion.kind !== 'inserted')
            throw new ResourceTaken(of.id, String(id));
        const { resource } = insertion;
        this.#undo.push(() => store.forget(of.id, resource.id));
        this.#tidings.set(resource, { type: of, kind: 'created', hasMoved: false });
        if (status !== undefined)
            this.#change(type, resource, { course: courseOrThrow(resource, of, status, scope.now) });
        return this.#show(type, resource);
    }
    update(type, id, members) {
        return this.#changeFound(type, id, (_resource, of) => ({ members: withoutOwn(members, of) }));
    }
    patch(type, id, members) {
        return this.#changeFound(type, id, (resource, of) => ({ members: mergeMembers(resource.members, withoutOwn(members, of)) }));
    }
    setStatus(type, id, status) {
        return this.#changeFound(type, id, (resource, of) => ({ course: courseOrThrow(resource, of, status, this.now()) }));
    }
    delete(type, id) {
        const of = this.#typeNamed(type);
        const resource = this.#find(of, id);
        if (resource === undefined)
            return false;
        this.#tidings.set(resource, { type: of, kind: 'deleted', hasMoved: false });
        return true;
    }
    /** Keeps what was done, and tells of it. */
    keep() {
        const scope = this.#now();
        for (const [resource, { hasMoved, kind, type }] of this.#tidings) {
            if (hasMoved)
                scope.world.moved(resource);
            scope.announce?.(kind, subjectOf(resource, type, scope.now), scope);
            if (kind === 'deleted')
                deleteResource(type, resource.id, scope.world);
        }
    }
    /** Has everything be as it was. */
    undo() {
        for (const undo of this.#undo.reverse())
            undo();
    }
    #typeNamed(name) {
        const type = this.#types.get(name);
        if (type === undefined)
            throw new UnknownResourceType(name, hint(name, [...this.#types.keys()]));
        return type;
    }
    #find(type, id) {
        const resource = this.#scope.world.store.get(type.id, String(id));
        return typeof resource === 'object' && !this.#isDeleted(resource) ? resource : undefined;
    }
    #isDeleted(resource) {
        return this.#tidings.get(resource)?.kind === 'deleted';
    }
    #changeFound(type, id, change) {
        const of = this.#typeNamed(type);
        const resource = this.#find(of, id);
        if (resource === undefined)
            return undefined;
        this.#change(type, resource, change(resource, of));
        return this.#show(type, resource);
    }
    #change(type, resource, changes) {
        const { store } = this.#scope.world;
        const { course, hidden, members } = resource;
        store.update(resource.type, resource.id, () => changes);
        this.#undo.push(() => store.update(resource.type, resource.id, () => ({ course, hidden, members })));
        const known = this.#tidings.get(resource);
        const hasMoved = changes.course !== undefined || known?.hasMoved === true;
        this.#tidings.set(resource, { type: this.#typeNamed(type), kind: known?.kind ?? 'changed', hasMoved });
    }
    #now() {
        return { ...this.#scope, now: this.now() };
    }
    #show(name, resource) {
        const scope = this.#now();
        const subject = subjectOf(resource, this.#typeNamed(name), scope.now);
        const { created, hidden, id, members } = resource;
        return { type: name, id, status: subject.position.status, created, members, hidden, get shown() { return shownMembers(subject, scope); } };
    }
}
function lifecycleOf({ id, lifecycles }, name) {
    if (!lifecycles.has(name))
        throw new TypeError(`${id} has no lifecycle "${name}"${hint(name, [...lifecycles.keys()])}`);
    return name;
}
function courseOrThrow(resource, type, status, now) {
    return courseFrom(resource, type, status, now) ?? unknownStatusOf(type, status);
}
