import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the workspace, with a slash at the end cut off. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '')

/** Marks of what was done before. Inside node_modules, so that a fresh clone has none. */
export const CACHE = join(ROOT, 'node_modules/.cache/firstwin')

/**
 * The project's own Node 24 (a development dependency). Scripts that need more than Node 20 run
 * under it, whatever the machine has.
 */
export const NODE = join(ROOT, 'node_modules/.bin/node')
