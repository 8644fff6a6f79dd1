import { createReadStream, readFileSync, statSync } from 'node:fs'
import Fastify from 'fastify'

// Fastify with nothing but its defaults: a route for each reply, its own JSON parser, no schemas. In JavaScript, as bare-node.js is.
const app = Fastify()

for (const { method, path, status, contentType, body, file } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  const send = file === undefined
    ? reply => reply.send(body)
    : reply => reply.header('content-length', statSync(file).size).send(createReadStream(file))
  app.route({ method, url: path.replace(/\?.*/, ''), handler: async (_request, reply) => send(reply.code(status).type(contentType)) })
}

console.log(`listens on ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
