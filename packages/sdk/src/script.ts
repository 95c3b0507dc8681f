// Lends the rules to the chunks: see scripts/build/lend.ts.
import 'virtual:lent'
import type { Chunks } from './chunks.ts'
import { part, startScript } from './start-script.ts'

try {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each name is that of a file
  const chunks = new Proxy({}, { get: (_, name) => () => part(String(name)) }) as Chunks
  startScript(window, chunks)
} catch (error) {
  // oxlint-disable-next-line no-console -- the only way to reach the developer of the page
  console.warn('[firstwin] not-started', error)
}
