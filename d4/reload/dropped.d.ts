/** Something of a world that could not be carried over to another edition. */
export interface Dropped {
    /** A `status` was that of a resource, which begins its way anew. */
    readonly kind: 'stub' | 'resource' | 'status' | 'callback' | 'setting';
    /** What it belonged to: an operation, a type, the path of a setting. */
    readonly of: string;
    readonly world: string;
    /** Why, where what it belonged to is still there. */
    readonly reason?: string;
}
