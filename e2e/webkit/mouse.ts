import type { Session } from './session.ts'

/** The mouse itself, wherever it points. Coordinates are those of the window's content, in px. */
export interface Mouse {
  move: (x: number, y: number) => Promise<void>
  down: () => Promise<void>
  up: () => Promise<void>
  click: (x: number, y: number) => Promise<void>
  dblclick: (x: number, y: number) => Promise<void>
  wheel: (deltaX: number, deltaY: number) => Promise<void>
}

const DOWN = { type: 'pointerDown', button: 0 }
const UP = { type: 'pointerUp', button: 0 }

export function createMouse(session: Session): Mouse {
  let at = { x: 0, y: 0 }
  const perform = async (source: object): Promise<void> => {
    await session.command('POST', '/actions', { actions: [source] })
  }
  const point = (actions: readonly object[]): Promise<void> =>
    perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions })
  const moveTo = (x: number, y: number): object => {
    at = { x: Math.round(x), y: Math.round(y) }
    return { type: 'pointerMove', ...at, duration: 0 }
  }

  return {
    move: (x, y) => point([moveTo(x, y)]),
    down: () => point([DOWN]),
    up: () => point([UP]),
    click: (x, y) => point([moveTo(x, y), DOWN, UP]),
    dblclick: (x, y) => point([moveTo(x, y), DOWN, UP, DOWN, UP]),
    wheel: (deltaX, deltaY) =>
      perform({
        type: 'wheel',
        id: 'wheel',
        actions: [{ type: 'scroll', ...at, deltaX, deltaY, duration: 0 }],
      }),
  }
}
