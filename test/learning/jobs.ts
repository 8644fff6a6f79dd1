/** An API of jobs as `standin init` finds them. */
export const JOBS = `openapi: 3.1.0
info: { title: Jobs, version: '1' }
paths:
  /jobs:
    get:
      operationId: listJobs
      responses:
        '200':
          description: All.
          content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Job' } } } }
    post:
      operationId: createJob
      requestBody:
        required: true
        content:
          application/json:
            schema: { type: object, required: [title], properties: { title: { type: string } } }
      responses:
        '202':
          description: Accepted.
          content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } }
        '429': { description: Too many. }
  /jobs/{id}:
    get:
      operationId: getJob
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        '200':
          description: The job.
          content: { application/json: { schema: { $ref: '#/components/schemas/Job' } } }
        '404': { description: None. }
components:
  schemas:
    Job:
      type: object
      required: [id, status, title]
      properties:
        id: { type: string }
        status: { type: string, enum: [queued, running, done, failed] }
        title: { type: string }
`
