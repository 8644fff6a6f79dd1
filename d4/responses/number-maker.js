import { highest, lowest } from "./facets.js";
/** Numbers are taken from a range of this size, from 0 up where the schemas allow. */
const SPAN = 1_000;
/** How often another multiple is tried: not each product is one to a computer. */
const ATTEMPTS = 20;
/** Makes the maker of numbers that fit schemas. */
export function numberMaker(facets, isInteger) {
    const [factor] = facets.map(({ multipleOf }) => multipleOf).filter(value => typeof value === 'number' && value > 0); // as just filtered
    const step = factor ?? (isInteger ? 1 : 0.01);
    const { start, end } = boundsOf(facets, step, factor === undefined && !isInteger);
    const first = Math.ceil(start / step - 1e-9);
    const count = Math.max(1, Math.min(Math.floor(end / step + 1e-9) - first + 1, SPAN / Math.min(1, step)));
    const isNarrow = factor === undefined && !isInteger && first * step > end;
    return ({ random }) => {
        // There is no hundredth between the two bounds.
        if (isNarrow)
            return start + (end - start) / 2;
        for (let attempt = 0;; attempt++) {
            const value = tidy((first + random.below(count)) * step);
            if (attempt === ATTEMPTS || factor === undefined || Number.isInteger(value / factor))
                return value;
        }
    };
}
/** Hundredths times hundredths may end in a row of zeros and a digit. */
function tidy(value) {
    return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}
/** The range that numbers are taken from, both ends included. */
function boundsOf(facets, step, isContinuous) {
    const minimum = highest(facets, 'minimum');
    const maximum = lowest(facets, 'maximum');
    const above = highest(facets, 'exclusiveMinimum');
    const below = lowest(facets, 'exclusiveMaximum');
    const lower = Math.max(minimum ?? -Infinity, above === undefined ? -Infinity : next(above, step, isContinuous, below));
    const upper = Math.min(maximum ?? Infinity, below === undefined ? Infinity : next(below, -step, isContinuous, above));
    const span = SPAN * Math.max(1, step);
    const start = lower > 0 ? lower : upper >= 0 ? Math.max(lower, 0) : Math.max(lower, upper - span);
    return { start, end: Math.min(upper, start + span) };
}
/** The nearest number on the other side of a bound. */
function next(bound, step, isContinuous, other = bound + step * 4) {
    if (!isContinuous)
        return step > 0 ? (Math.floor(bound / step) + 1) * step : (Math.ceil(bound / -step) - 1) * -step;
    return Math.abs(other - bound) > Math.abs(step) * 2 ? bound + step : bound + (other - bound) / 4;
}
