import { mockoon } from './mockoon/mockoon.ts'
import { mockserver } from './mockserver/mockserver.ts'
import { mountebank } from './mountebank/mountebank.ts'
import type { Peer } from './peer.ts'
import { prism, quietPrism } from './prism/prism.ts'
import { wiremock } from './wiremock/wiremock.ts'

export const PEERS: readonly Peer[] = [prism, quietPrism, wiremock, mockoon, mountebank, mockserver]
