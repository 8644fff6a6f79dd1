import { Agenda } from "./agenda.js";
import { Clock } from "./clock.js";
import { Listeners } from "./listeners.js";
import { MemoryStore } from "./memory-store.js";
import { Random } from "./random.js";
import { DEFAULT_SETTINGS } from "./settings.js";
/** An isolated copy of all state. */
export class World {
    name;
    clock;
    agenda;
    store;
    random;
    /** Numbers whatever is generated for a reply, so that each differs and a run repeats. */
    generated = 0;
    /** Numbers the exchanges of the journal. */
    exchanges = 0;
    settings = DEFAULT_SETTINGS;
    /** Told when an exchange has been added to the journal. */
    exchanged = new Listeners();
    /** Told when a callback was sent, or will not be. */
    delivered = new Listeners();
    /** Told when the world ends. */
    ended = new Listeners();
    hasEnded = false;
    #seed;
    #watchers = [];
    constructor(name, options) {
        this.name = name;
        this.clock = new Clock(options.startsAt);
        this.agenda = new Agenda(this.clock);
        this.store = new MemoryStore(options);
        this.#seed = `${options.seed} ${name}`;
        this.random = new Random(this.#seed);
    }
    /** A seed for something of its own in this world, the same at every run. */
    seedFor(subject) {
        return `${this.#seed} ${subject}`;
    }
    /** Calls back when a resource is put somewhere else on its way by other means than the clock. */
    watch(watcher) {
        this.#watchers.push(watcher);
    }
    /** Says that a resource was put somewhere else on its way by other means than the clock. */
    moved(resource) {
        for (const watcher of this.#watchers)
            watcher(resource);
    }
    /** Ends what it waits for, and what waits in it. */
    close() {
        this.hasEnded = true;
        this.agenda.clear();
        this.ended.tell();
    }
}
