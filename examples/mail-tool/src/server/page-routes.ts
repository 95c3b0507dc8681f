import { fileURLToPath } from 'node:url'
import type { Call } from './call.ts'
import { refuse, type Reply } from './reply.ts'
import { get, type Route } from './route.ts'
import { renderPage } from './render-page.ts'
import { staticFile } from './static-file.ts'

const PUBLIC = fileURLToPath(new URL('../../public', import.meta.url))
const DIST = fileURLToPath(new URL('../../dist', import.meta.url))

/** Files and pages. The last route takes whatever no other one wanted: the client has a router. */
export const pageRoutes: readonly Route[] = [
  get('/assets/*', (call) => file(DIST, call, `assets/${call.params['rest']}`)),
  get('/media/*', (call) => file(PUBLIC, call, `media/${call.params['rest']}`)),
  get('/onboarding.journey.json', (call) => file(PUBLIC, call, 'onboarding.journey.json')),
  // What production serves: the same journey, checked, with its texts parsed.
  get('/onboarding.compiled.json', async (call) => {
    const compiled = await staticFile(DIST, 'onboarding.compiled.json', call)
    return compiled ?? (await file(PUBLIC, call, 'onboarding.journey.json'))
  }),
  get('/favicon.svg', (call) => file(PUBLIC, call, 'favicon.svg')),
  get('/firstwin/*', (call, { firstwin }) =>
    file(firstwin.scriptDir, call, call.params['rest'] ?? ''),
  ),
  get('/inbox', (call, tool) => renderPage('inbox', call, tool)),
  get('/*', (call, tool) => renderPage('app', call, tool)),
]

async function file(directory: string, call: Call, name: string): Promise<Reply> {
  return (await staticFile(directory, name, call)) ?? refuse(404, 'no-such-file')
}
