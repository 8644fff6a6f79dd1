import { createReadStream, readFileSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { pipeline } from 'node:stream'

// The least that a JSON server on Node does: it parses the body that it was sent, and writes the one that it answers with.
// In JavaScript, for the types would cost it time and memory at the start.
const replies = new Map(JSON.parse(readFileSync(process.argv[2], 'utf8')).map(reply => [`${reply.method} ${reply.path}`, reply]))

const server = createServer((request, response) => {
  const chunks = []
  request.on('data', chunk => chunks.push(chunk))
  request.on('end', () => {
    if (chunks.length > 0) JSON.parse(chunks.length === 1 ? chunks[0].toString() : Buffer.concat(chunks).toString())
    const reply = replies.get(`${request.method} ${request.url}`)
    if (reply === undefined) response.writeHead(404).end()
    else if (reply.file === undefined) sendJson(response, reply)
    else sendFile(response, reply)
  })
})

server.listen(0, '127.0.0.1', () => console.log(`listens on http://127.0.0.1:${server.address().port}`))

function sendJson (response, { status, contentType, body }) {
  const text = JSON.stringify(body)
  response.writeHead(status, { 'content-type': contentType, 'content-length': Buffer.byteLength(text) }).end(text)
}

function sendFile (response, { status, contentType, file }) {
  response.writeHead(status, { 'content-type': contentType, 'content-length': statSync(file).size })
  pipeline(createReadStream(file), response, () => {})
}
