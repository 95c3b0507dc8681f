import { SignJWT } from 'jose'
import { START } from './wire.ts'

/** The secret of the product, in tests. */
export const SECRET = 'a-secret-of-more-than-thirty-two-bytes'

/** A token that is good for five minutes from the start of the tests, unless `claims` say otherwise. */
export function signToken(sub: string, secret = SECRET, claims: object = {}): Promise<string> {
  return new SignJWT({ sub, exp: START / 1_000 + 300, ...claims })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(secret))
}
