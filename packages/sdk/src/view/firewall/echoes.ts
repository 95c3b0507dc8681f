/** Wider than the time in which two clicks make a double one, on any system by default. */
const ECHO_MS = 500
const NEAR_PX = 8

const POINTER = /^(?:pointer(?:down|up|cancel)|mouse(?:down|up)|touch(?:start|end)|click|dblclick)$/
/** Clicked twice they would do it twice; a box that is ticked may be ticked off again. */
const ACTS = 'button, a, summary'
const CONTROLS = `${ACTS}, input, select, textarea, label`

/**
 * Knows the second half of a double click on one of our buttons. It was not meant for what the first
 * one has brought, be that ours or the page's.
 */
export interface Echoes {
  isOne: (event: Event, isOurs: boolean) => boolean
}

interface Click {
  x: number
  y: number
  at: number
  control: Element
}

export function createEchoes(): Echoes {
  let last: Click | undefined
  let isEcho = false

  /** Decides about everything up to the next time that something is pressed. */
  const press = ({ clientX, clientY, timeStamp }: MouseEvent): void => {
    isEcho =
      last !== undefined &&
      timeStamp - last.at < ECHO_MS &&
      Math.hypot(clientX - last.x, clientY - last.y) < NEAR_PX
    if (isEcho && last) last.at = timeStamp
  }

  return {
    isOne(event, isOurs) {
      if (!event.isTrusted || !POINTER.test(event.type)) return false
      if (event.type === 'pointerdown' && event instanceof MouseEvent) press(event)
      const control = isOurs ? controlOf(event) : undefined
      if (isEcho) {
        if (!isOurs) return true
        const isSame = control !== undefined && control === last?.control
        return event.type === 'click' && !(isSame && !control.matches(ACTS))
      }
      if (event.type === 'click' && event instanceof MouseEvent && event.detail > 0 && control) {
        const { clientX: x, clientY: y, timeStamp: at } = event
        last = { x, y, at, control }
      }
      return false
    },
  }
}

function controlOf(event: Event): Element | undefined {
  const [first] = event.composedPath()
  return (first instanceof Element && first.closest(CONTROLS)) || undefined
}
