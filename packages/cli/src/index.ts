export type { MainOptions } from './main.ts'
export type { World } from './world.ts'
export { main } from './main.ts'
export { run } from './run.ts'
