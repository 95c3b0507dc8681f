export type { Client, ClientOptions } from './client.ts'
export type { Fields, Grouped, Identified, Tracked } from './happening.ts'
export { createClient } from './client.ts'
export { ClientSetupError } from './errors.ts'
