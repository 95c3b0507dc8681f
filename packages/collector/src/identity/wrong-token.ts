import type { Problem } from '../answer.ts'
import type { TokenProblem } from './verify-token.ts'

/** What a sender is told whose token says nothing: with another one it may come again. */
export function wrongToken(reason: TokenProblem): Problem {
  const message = `The token does not say who the user is (${reason}). Send a valid one.`
  return { status: 401, code: 'token', message }
}
