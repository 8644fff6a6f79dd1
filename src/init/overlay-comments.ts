/** Comments of an overlay on words of `x-standin`, each written above the first use of its word. */
export const OVERLAY_COMMENTS = {
  /** By member of a resource type. */
  resource: {
    resources: `The types of resources that the API stores. A world starts without resources; a test can seed some:
PUT /__admin/resources/{type}/{id}. With seed: { count: 20 }, a type with the name of a schema starts with some.`,
    id: `The member that identifies a resource, and the form of new ids: "integer" counts up, "uuid" is a new UUID,
and ids with a pattern match it.`,
    status: `The member that shows the status, and the statuses of a job that still runs:
POST /__admin/clock/advance {"to":"idle"} moves the clock until no job has one of them.`,
    lifecycles: `The statuses that a job passes through, each with its duration; the last one has none. The first
lifecycle is the default; PATCH /__admin/settings {"resources":{"<type>":{"lifecycle":"failure"}}} chooses another.`,
    always: `Members that the server fills, beside those that a request gave. $created is the time of creation; plain
values are samples: change them.`,
    while: 'Members that are shown in one status only. They take precedence over the others.',
    files: `The files of a resource, made of lines: write better ones, or name a fixture. $files.0.url is a signed URL
of the first.`,
    seed: `The resources that every world has at the start: so many are generated from the schema, as no operation
creates any.`
  },
  /** By kind of message. */
  message: {
    callback: 'It goes to the URL that the request names; GET /__admin/callbacks lists what was sent.',
    webhook: `It goes to the URL in the settings of the world, and nowhere without one:
PATCH /__admin/settings {"webhooks":{"<api>.<webhook>":"http://127.0.0.1:9000/hook"}}. GET /__admin/callbacks lists it.`
  },
  /** By step of an operation; "list" and "cancel" are special uses of "find" and "patch". */
  operation: {
    idempotent: 'A request with the key of one before gets its response again, and creates nothing.',
    async: 'Lets a request wait until its job has ended; one with "Prefer: respond-async" gets this reply instead.',
    create: `Creates a resource with the members that the request gives. In the reply, $resource is the new resource as
clients see it.`,
    find: 'Finds the resource that the request names. When there is none, the response is the one under "else".',
    list: `Finds all resources ("many") that match the values under "where". A value that the request leaves out does
not filter.`,
    page: 'Selects the page to return. $page describes it in the reply.',
    update: 'Replaces the members that the request gave when the resource was created.',
    patch: 'Merges members into the resource (RFC 7396).',
    cancel: 'Sets the status of the resource, independently of the clock.',
    delete: 'Deletes the resource, after the reply has been made from it.',
    responses: 'A response that the document does not have and this operation needs.',
    reply: 'The response. Like every response, it is validated against the contract.'
  }
} as const
