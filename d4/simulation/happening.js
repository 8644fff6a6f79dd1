/** What becomes of a resource by a request. */
export const HAPPENINGS = ['created', 'changed', 'deleted'];
