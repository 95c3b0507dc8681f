import type { Firstwin } from './firstwin.ts'

interface Shared {
  instance: Firstwin
  /** How many of those who started it have not stopped it. */
  holders: number
}

/** The same in every copy of this package on the page, of whatever version. */
const KEY = Symbol.for('firstwin')

/**
 * There is one instance on a page, however often it is started: whoever comes later gets the one that
 * runs, and it runs until the last of them has stopped it. So a component that is mounted anew before
 * its predecessor goes does not lose it.
 *
 * @param onShared Called when there was one already.
 */
export function shareInstance(
  create: () => Firstwin,
  onShared: (instance: Firstwin) => void,
): Firstwin {
  const running = read()
  if (running) onShared(running.instance)
  const shared = running ?? { instance: create(), holders: 0 }
  shared.holders += 1
  Reflect.set(globalThis, KEY, shared)
  let isHeld = true
  return {
    ...shared.instance,
    stop() {
      if (!isHeld) return
      isHeld = false
      shared.holders -= 1
      if (shared.holders > 0) return
      Reflect.deleteProperty(globalThis, KEY)
      shared.instance.stop()
    },
  }
}

function read(): Shared | undefined {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only we write under this key
  return Reflect.get(globalThis, KEY) as Shared | undefined
}
