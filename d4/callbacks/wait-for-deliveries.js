import { setTimer } from "../worlds/clock.js";
/** Resolves once a world has so many callbacks, when the time is up, or when the world ends. */
export function waitForDeliveries(world, { state, count, ms }) {
    const isOne = (delivery) => state === undefined ? delivery.state !== 'waiting' : delivery.state === state;
    const isOver = () => world.hasEnded || world.store.deliveries().filter(isOne).length >= count;
    if (isOver())
        return Promise.resolve();
    return new Promise(resolve => {
        const finish = () => {
            for (const end of ends)
                end();
            resolve();
        };
        const look = () => { if (isOver())
            finish(); };
        const ends = [world.delivered.add(look), world.ended.add(finish), setTimer(ms, finish)];
    });
}
