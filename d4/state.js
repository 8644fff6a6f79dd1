import { Callbacks } from "./callbacks/callbacks.js";
import { byWorld } from "./worlds/by-world.js";
import { Worlds } from "./worlds/worlds.js";
/** Makes the state in which an edition is acted out. */
export function createState({ simulations }, { callbackHosts, ...worldOptions }) {
    const { maxExchanges, maxResources, maxWorlds, seed, startsAt } = worldOptions;
    const indexes = [...simulations.values()].flatMap(simulation => simulation.indexes);
    return {
        worlds: new Worlds({ seed, startsAt, indexes, maxResources, maxExchanges, maxWorlds }),
        callbacksOf: byWorld(world => new Callbacks(world, { allowedHosts: callbackHosts })),
        scenariosOf: byWorld(() => ({ own: new Map(), running: [] }))
    };
}
