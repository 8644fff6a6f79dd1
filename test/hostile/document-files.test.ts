import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'
import t from 'tap'
import type { Test } from 'tap'
import { loadContracts } from '../../src/contract/load-contracts.ts'
import { readScenarioFiles } from '../../src/scenarios/scenario-file.ts'
import { startStandin } from '../start-standin.ts'

const SECRET = 'type: object\nSECRET: root:x:0:0\n'
const OUTSIDE = /is outside of the folder of the document: allow its folder with --allow-path/

interface Folders {
  readonly root: string
  /** The folder of the document. */
  readonly own: string
}

/** Writes a folder with a document's own folder, and what is beside it. */
function createFolders (t: Test): Folders {
  const root = t.testdir({
    'secret.yaml': SECRET,
    own: { 'near.yaml': SECRET, below: { 'deep.yaml': SECRET } },
    'own-other': { 'secret.yaml': SECRET }
  })
  const own = join(root, 'own')
  symlinkSync(join(root, 'secret.yaml'), join(own, 'link.yaml'))
  symlinkSync(root, join(own, 'folder'))
  symlinkSync('near.yaml', join(own, 'inner.yaml'))
  symlinkSync('loop.yaml', join(own, 'loop.yaml'))
  symlinkSync('/dev/zero', join(own, 'zero.yaml'))
  execFileSync('mkfifo', [join(own, 'pipe.yaml')])
  writeFileSync(join(own, 'huge.yaml'), '')
  truncateSync(join(own, 'huge.yaml'), 65 * 2 ** 20)
  return { root, own }
}

/** Writes a document whose schema and example come from a file. */
function writeDocument ({ own }: Folders, ref: string): string {
  const content = { 'application/json': { schema: { $ref: ref }, examples: { e: { externalValue: ref } } } }
  const get = { operationId: 'get', responses: { 200: { description: 'x', content } } }
  const document = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: { '/a': { get } } }
  const path = join(own, 'api.json')
  writeFileSync(path, JSON.stringify(document))
  return path
}

const REFUSED: ReadonlyArray<readonly [ref: (folders: Folders) => string, why: RegExp]> = [
  [() => '/etc/passwd', OUTSIDE],
  [() => '../../../../../../../etc/passwd', OUTSIDE],
  [() => '../secret.yaml', OUTSIDE],
  [() => 'below/../../secret.yaml', OUTSIDE],
  [() => '%2e%2e/secret.yaml', OUTSIDE],
  [() => '..%2fsecret.yaml', OUTSIDE],
  [() => '../own-other/secret.yaml', OUTSIDE],
  [() => '../own', OUTSIDE],
  [() => '../there-is-none.yaml', OUTSIDE],
  [({ root }) => join(root, 'secret.yaml'), OUTSIDE],
  [({ root }) => pathToFileURL(join(root, 'secret.yaml')).href, OUTSIDE],
  [() => 'file:///etc/passwd', OUTSIDE],
  [() => 'FILE:/etc/passwd', OUTSIDE],
  [() => 'file://host/etc/passwd', /is neither a path nor an http\(s\) URL/],
  [() => 'link.yaml', OUTSIDE],
  [() => 'folder/secret.yaml', OUTSIDE],
  [() => 'zero.yaml', OUTSIDE],
  [() => '/proc/self/environ', OUTSIDE],
  [() => '/dev/stdin', OUTSIDE],
  [() => 'loop.yaml', /cannot be read: its symbolic links lead to each other/],
  [() => 'pipe.yaml', /cannot be read: it is a pipe, not a file/],
  [() => 'below', /cannot be read: it is a directory, not a file/],
  [() => 'huge.yaml', /cannot be read: it is larger than 64 MiB/],
  [() => 'a\0b.yaml', /cannot be read: its name is not valid/],
  [() => `${'a'.repeat(5_000)}.yaml`, /cannot be read: its name is too long/],
  [() => 'none.yaml', /cannot be read: there is no such file or directory/]
]

t.test('a document reads no file that is not below its folder, and none without an end', async t => {
  const folders = createFolders(t)
  for (const [toRef, why] of REFUSED) {
    const ref = toRef(folders)
    const [contract] = await loadContracts([writeDocument(folders, ref)])
    const messages = contract?.warnings.map(({ message }) => message) ?? []
    t.equal(messages.length, 2, ref)
    for (const message of messages) t.match(message, why, ref)
    t.notMatch(JSON.stringify(contract?.document), /SECRET|root:/, ref)
  }
})

t.test('a file below the folder of the document is read, also by a link', async t => {
  const folders = createFolders(t)
  for (const ref of ['near.yaml', 'below/deep.yaml', 'inner.yaml', '../own/near.yaml', 'folder/own/near.yaml']) {
    const [contract] = await loadContracts([writeDocument(folders, ref)])
    t.same(contract?.warnings, [], ref)
    t.match(JSON.stringify(contract?.document), 'SECRET', ref)
  }
  // As in a folder that Kubernetes mounts: the document is a link, and what it refers to is beside its target.
  writeDocument(folders, 'secret.yaml')
  symlinkSync(join(folders.own, 'api.json'), join(folders.root, 'own-other', 'api.json'))
  t.same((await loadContracts([join(folders.root, 'own-other', 'api.json')]))[0]?.warnings, [])
})

t.test('a folder that is allowed is read as well', async t => {
  const folders = createFolders(t)
  for (const ref of ['../secret.yaml', 'link.yaml', 'folder/secret.yaml', '../own-other/secret.yaml']) {
    const path = writeDocument(folders, ref)
    t.same((await loadContracts([path], { allowPaths: [folders.root] }))[0]?.warnings, [], ref)
    const [refused] = await loadContracts([path], { allowPaths: [join(folders.root, 'own', 'below')] })
    t.match(refused?.warnings, [{ message: OUTSIDE }, { message: OUTSIDE }], ref)
  }
})

t.test('what is no file is told of', async t => {
  const { own } = createFolders(t)
  const socket = createServer()
  // The path of a socket is short.
  await new Promise<void>(resolve => socket.listen(relative(process.cwd(), join(own, 'socket.yaml')), resolve))
  t.teardown(() => socket.close())
  const path = writeDocument({ own, root: own }, 'near.yaml')
  for (const [name, why] of [
    ['pipe.yaml', /pipe\.yaml cannot be read: it is a pipe, not a file/],
    ['zero.yaml', /zero\.yaml cannot be read: it is a device, not a file/],
    ['huge.yaml', /huge\.yaml cannot be read: it is larger than 64 MiB/],
    ['socket.yaml', /socket\.yaml cannot be read: it is a socket, not a file/]
  ] as const) {
    await t.rejects(loadContracts([join(own, name)]), { message: why }, name)
    await t.rejects(loadContracts([path], { overlays: [join(own, name)] }), { message: why }, name)
  }
  const overlays = [join(own, 'below')]
  await t.rejects(loadContracts([path], { overlays }), { message: /it is a directory, not a file/ })
})

t.test('fixtures and scenarios that lead elsewhere, or are no files, are told of', async t => {
  const folders = createFolders(t)
  const path = writeDocument(folders, 'near.yaml')
  const fixtures = join(folders.root, 'fixtures')
  mkdirSync(join(fixtures, 'api', 'scenarios'), { recursive: true })
  for (const [target, why] of [
    [join(folders.root, 'secret.yaml'), /is outside of the folder of the fixtures: allow its folder with --allow-path/],
    [join(folders.own, 'pipe.yaml'), /is outside of the folder of the fixtures/],
    ['/dev/zero', /is outside of the folder of the fixtures/]
  ] as const) {
    const [fixture, scenario] = ['get.200.json', 'scenarios/a.yaml'].map(name => join(fixtures, 'api', name))
    for (const link of [fixture, scenario]) execFileSync('ln', ['-sfn', target, String(link)])
    await t.rejects(loadContracts([path], { fixtures }), { message: why }, target)
    await t.rejects(readScenarioFiles(['api'], { fixtures }), { message: why }, target)
  }
  const allowed = { fixtures, allowPaths: [folders.own] }
  execFileSync('ln', ['-sfn', join(folders.own, 'pipe.yaml'), join(fixtures, 'api', 'get.200.json')])
  await t.rejects(loadContracts([path], allowed), { message: /get\.200\.json cannot be read: it is a pipe/ })
})

t.test('what is refused is served without it', async t => {
  const folders = createFolders(t)
  for (const ref of ['/etc/passwd', 'pipe.yaml', 'link.yaml']) {
    const { admin, send } = await startStandin(t, { openapi: [writeDocument(folders, ref)] })
    t.equal((await send('GET', '/a')).statusCode, 200, ref)
    t.notMatch((await admin('GET', '/contracts/api.json')).body, /root:/, ref)
  }
})
