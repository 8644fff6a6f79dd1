import proxy from '@fastify/http-proxy'
import Fastify from 'fastify'

// The proxy of Fastify with nothing but its defaults: it passes everything on, and looks at nothing. In JavaScript, as bare-node.js is.
const app = Fastify()
app.register(proxy, { upstream: process.argv[2] })

console.log(`listens on ${await app.listen({ host: '127.0.0.1', port: 0 })}`)
