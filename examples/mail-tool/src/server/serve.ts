import type { IncomingMessage, ServerResponse } from 'node:http'
import { accountRoutes } from './account-routes.ts'
import { BadCallError, readCall } from './call.ts'
import { campaignRoutes } from './campaign-routes.ts'
import { complain } from './complain.ts'
import { contactRoutes } from './contact-routes.ts'
import { demoRoutes } from './demo-routes.ts'
import { inboxRoutes } from './inbox-routes.ts'
import type { MailTool } from './mail-tool.ts'
import { pageRoutes } from './page-routes.ts'
import { json, refuse, type Reply } from './reply.ts'
import { matchPath, type Route } from './route.ts'

/** The first that matches answers. */
const ROUTES: readonly Route[] = [
  ...accountRoutes,
  ...campaignRoutes,
  ...contactRoutes,
  ...inboxRoutes,
  ...demoRoutes,
  ...pageRoutes,
]

/** Answers every request, whatever happens. */
export async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  tool: MailTool,
): Promise<void> {
  if (request.url === '/demo/live') {
    tool.live.add(response, tool.clock.reading())
    return
  }
  const { status, headers, body } = await answer(request, tool)
  const safe = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' }
  response.writeHead(status, { ...safe, ...headers })
  response.end(request.method === 'HEAD' ? undefined : body)
}

async function answer(request: IncomingMessage, tool: MailTool): Promise<Reply> {
  try {
    const call = await readCall(request, tool.store.state)
    for (const route of ROUTES) {
      const method = call.method === 'HEAD' ? 'GET' : call.method
      const params = route.method === method ? matchPath(route.path, call.path) : undefined
      if (params) return await route.answer({ ...call, params }, tool)
    }
    return refuse(404, 'no-such-route')
  } catch (error) {
    if (error instanceof BadCallError) {
      return json({ error: { code: 'bad-request', message: error.message } }, error.status)
    }
    complain(error)
    return refuse(500, 'broken')
  }
}
