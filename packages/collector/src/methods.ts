import { refuse } from './answer.ts'

type Answer = () => Promise<Response>

/** Answers with `route` where the method is this one, else that it is not. */
export async function only(method: string, request: Request, route: Answer): Promise<Response> {
  if (request.method === method) return route()
  const headers = { allow: method }
  return refuse({ status: 405, code: 'method', message: `Only ${method} is known here.`, headers })
}

/** `HEAD` is a `GET` whose body nobody sends, nor makes: that of some has no end. */
export async function onlyGet(request: Request, route: Answer): Promise<Response> {
  if (request.method === 'GET') return route()
  if (request.method === 'HEAD') return withoutBody(await route())
  const headers = { allow: 'GET, HEAD' }
  return refuse({ status: 405, code: 'method', message: 'Only GET is known here.', headers })
}

async function withoutBody(response: Response): Promise<Response> {
  await response.body?.cancel()
  return new Response(null, response)
}
