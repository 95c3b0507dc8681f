/** Wider than the time in which two clicks make a double one, on any system by default. */
const ECHO_MS = 500
const NEAR_PX = 8

const POINTER = /^(?:pointer(?:down|up|cancel)|mouse(?:down|up)|touch(?:start|end)|click|dblclick)$/
/** Clicked twice they would do it twice; a box that is ticked may be ticked off again. */
const ACTS = 'button, a, summary'
const CONTROLS = `${ACTS}, input, select, textarea, label`

/**
 * Knows the second half of a double click of which a half fell on us. It was not meant for what the
 * first one has brought, be that ours or the page's. A key that clicks is none.
 */
export interface Echoes {
  isOne: (event: Event, isOurs: boolean) => boolean
}

interface Click {
  x: number
  y: number
  at: number
  /** Of ours; none where the page was clicked. */
  control: Element | undefined
}

export function createEchoes(): Echoes {
  let last: Click | undefined
  let until = 0

  /** Decides about all up to the click. What is not let through does not make the time longer. */
  const press = ({ clientX, clientY, timeStamp }: MouseEvent): void => {
    const isEcho =
      last !== undefined &&
      timeStamp - last.at < ECHO_MS &&
      Math.hypot(clientX - last.x, clientY - last.y) < NEAR_PX
    until = isEcho ? timeStamp + ECHO_MS : 0
  }

  return {
    isOne(event, isOurs) {
      const { type, timeStamp: at } = event
      if (!event.isTrusted || !POINTER.test(type)) return false
      const click = type === 'click' && event instanceof MouseEvent ? event : undefined
      if (click?.detail === 0) return false
      if (type === 'pointerdown' && event instanceof MouseEvent) press(event)
      const control = isOurs ? controlOf(event) : undefined
      const before = last?.control
      if (at < until && (isOurs ? click && !goesOn(control, before) : before)) return true
      if (click) last = { x: click.clientX, y: click.clientY, at, control }
      return false
    },
  }
}

/** Two clicks on the same field, say, choose a word. */
function goesOn(control: Element | undefined, before: Element | undefined): boolean {
  return control !== undefined && control === before && !control.matches(ACTS)
}

function controlOf(event: Event): Element | undefined {
  const [first] = event.composedPath()
  return (first instanceof Element && first.closest(CONTROLS)) || undefined
}
