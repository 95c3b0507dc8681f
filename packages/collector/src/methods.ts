import { refuse } from './answer.ts'

type Answer = () => Promise<Response>

/** Answers with `route` where the method is this one, else that it is not. */
export async function only(method: string, request: Request, route: Answer): Promise<Response> {
  if (request.method === method) return route()
  const headers = { allow: method }
  return refuse({ status: 405, code: 'method', message: `Only ${method} is known here.`, headers })
}

/** `HEAD` is a `GET` whose body nobody sends. */
export async function onlyGet(request: Request, route: Answer): Promise<Response> {
  if (request.method === 'GET' || request.method === 'HEAD') return route()
  const headers = { allow: 'GET, HEAD' }
  return refuse({ status: 405, code: 'method', message: 'Only GET is known here.', headers })
}
