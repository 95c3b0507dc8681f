import { driver, type Driver } from 'driver.js'
import 'driver.js/dist/driver.css'
import '../../peers/peer.ts'

/* A product that shows its tour with driver.js, at its default options. */

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
