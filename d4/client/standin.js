import { createConnection } from "./connection.js";
import { createWorld } from "./world.js";
import { freshWorldName } from "./world-name.js";
/**
 * Reaches a stand-in by its base URL. Its operations are those of the contracts that ship;
 * `standin<MyApi>(url)` has those of your own, as `standin types my.yaml` writes them. Nothing is sent yet.
 */
export function standin(url, options = {}) {
    const base = String(url).replace(/\/+$/, '');
    const { call } = createConnection(base, options);
    return {
        url: base,
        async world(name = freshWorldName()) {
            const world = createWorld(base, name, options);
            await world.clock.get();
            return world;
        },
        async worlds() {
            const { worlds } = await call('GET', '/worlds');
            return worlds;
        },
        health: () => call('GET', '/health')
    };
}
