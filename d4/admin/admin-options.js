import { worldNameOf } from "../apis/world-of.js";
/** The world that a request names. Throws `InvalidWorldName` or `WorldAmbiguous`. */
export function worldOf(request, { worlds }) {
    return worlds.get(worldNameOf(request));
}
