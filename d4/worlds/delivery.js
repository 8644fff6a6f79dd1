/** What became of a callback so far. */
export const DELIVERY_STATES = ['waiting', 'delivered', 'failed', 'refused', 'cancelled'];
