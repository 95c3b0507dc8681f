import { toPress, toTyping, type KeyAction } from './keys.ts'
import type { Part } from './part.ts'
import { retry } from './retry.ts'
import type { Session } from './session.ts'

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** What a user does to one element, and what a test asks of it. Each waits until it can be done. */
export interface ElementActs {
  click: () => Promise<void>
  hover: () => Promise<void>
  check: () => Promise<void>
  fill: (value: string) => Promise<void>
  selectOption: (wanted: string) => Promise<void>
  focus: () => Promise<void>
  press: (combination: string) => Promise<void>
  pressSequentially: (text: string) => Promise<void>
  boundingBox: () => Promise<Box>
  count: () => Promise<number>
  isVisible: () => Promise<boolean>
  textContent: () => Promise<string>
  innerText: () => Promise<string>
  inputValue: () => Promise<string>
  getAttribute: (name: string) => Promise<string | null>
  waitFor: (options?: { state?: 'visible' | 'hidden' }) => Promise<void>
  evaluate: <Result>(ask: (element: never, arg: never) => Result, arg?: unknown) => Promise<Result>
}

export function createElementActs(session: Session, parts: readonly Part[]): ElementActs {
  const what = JSON.stringify(parts)
  const patiently = <Result>(work: () => Promise<Result>): Promise<Result> => retry(what, work)
  const read = async (key: string): Promise<unknown> => {
    const state = await session.call('stateOf', parts)
    if (state['present'] !== true) throw new Error('no such element')
    return state[key]
  }
  const text = (key: string) => () =>
    patiently(async () => ((await read(key)) as string | undefined) ?? '')
  const focus = (): Promise<void> => patiently(() => session.call('putFocus', parts))
  const isVisible = async (): Promise<boolean> =>
    (await session.call('stateOf', parts))['visible'] === true

  const click = (): Promise<void> =>
    patiently(async () => {
      await pointAt(session, await session.call('pointOf', parts), PRESS)
    })

  return {
    click,
    check: async () => {
      if ((await patiently(() => read('checked'))) !== true) await click()
    },
    hover: () =>
      patiently(async () => {
        await pointAt(session, await session.call('pointOf', parts), [])
      }),
    fill: (value) => patiently(() => session.call('fillIn', parts, value)),
    selectOption: (wanted) => patiently(() => session.call('choose', parts, wanted)),
    focus,
    press: async (combination) => {
      await focus()
      await sendKeys(session, toPress(combination))
    },
    pressSequentially: async (typed) => {
      await focus()
      await sendKeys(session, toTyping(typed))
    },
    boundingBox: () => patiently(() => session.call('boxOf', parts)),
    count: async () => Number(await session.run('(parts) => find(parts).length', [parts])),
    isVisible,
    textContent: text('text'),
    innerText: text('text'),
    inputValue: text('value'),
    getAttribute: (name) =>
      patiently(async () => {
        const value = ((await read('attributes')) as Record<string, string>)[name]
        return value ?? null
      }),
    waitFor: ({ state = 'visible' } = {}) =>
      patiently(async () => {
        if ((await isVisible()) !== (state === 'visible')) throw new Error(`not ${state}`)
      }),
    evaluate: <Result>(ask: (element: never, arg: never) => Result, arg?: unknown) =>
      patiently(
        () =>
          session.run(`(parts, arg) => (${String(ask)})(findOne(parts), arg)`, [
            parts,
            arg ?? null,
          ]) as Promise<Result>,
      ),
  }
}

const PRESS = [
  { type: 'pointerDown', button: 0 },
  { type: 'pointerUp', button: 0 },
]

async function pointAt(
  session: Session,
  { x, y }: { x: number; y: number },
  then: readonly object[],
): Promise<void> {
  const actions = [{ type: 'pointerMove', x, y, duration: 0 }, ...then]
  const mouse = { type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }
  await session.command('POST', '/actions', { actions: [mouse] })
}

export async function sendKeys(session: Session, actions: readonly KeyAction[]): Promise<void> {
  await session.command('POST', '/actions', { actions: [{ type: 'key', id: 'keys', actions }] })
}
