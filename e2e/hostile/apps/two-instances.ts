import { init, type Firstwin } from '../../../packages/sdk/src/index.ts'

/* A product that brings Firstwin as a module, and starts it more than once. */

const { href } = new URL(`${location.pathname}/journey.json`, location.href)
const started: Firstwin[] = []

Object.assign(globalThis, {
  startOne: () => started.push(init({ journey: href, debug: false })) - 1,
  stopOne: (index: number) => started[index]?.stop(),
})
