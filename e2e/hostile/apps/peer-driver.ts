import { driver, type Driver } from 'driver.js'
import 'driver.js/dist/driver.css'

/* A product that shows its tour with driver.js, at its default options. */

interface PeerStep {
  title: string
  text: string
  /** A selector, or a function where the library has no selector for it. */
  target: string | (() => HTMLElement)
}

interface Peer {
  start: () => void
  stop: () => void
}

declare global {
  var peerSteps: PeerStep[]
  var peer: Peer
}

let running: Driver | undefined

globalThis.peer = {
  start() {
    running = driver({
      steps: peerSteps.map(({ title, text, target }) => ({
        element: target,
        popover: { title, description: text },
      })),
    })
    running.drive()
  },
  stop: () => running?.destroy(),
}
