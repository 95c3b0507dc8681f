/* What a page of a peer and its test agree on, in the page. */

export interface PeerStep {
  title: string
  text: string
  /** A selector, or a function where the library has no selector for it. */
  target: string | (() => HTMLElement)
}

export interface Peer {
  start: () => void
  stop: () => void
}

declare global {
  var peerSteps: PeerStep[]
  var peer: Peer
}
