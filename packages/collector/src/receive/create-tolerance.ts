import { policyOf, tooFast, type Admission, type AdmitOptions } from './admit.ts'
import { clientAddress, toNetwork } from './client-address.ts'
import type { Incoming } from './incoming.ts'
import { createRateLimit } from './rate-limit.ts'

/** How much of what is refused is still read of an address, whatever key it claims to have. */
export interface Tolerance {
  /** Why the body of this request is not read; `undefined` if it is. `shown` is the key in the header. */
  readonly check: (incoming: Incoming, shown: string | undefined) => Refusal | undefined
  /** Says that so many bytes were read for nothing. */
  readonly charge: (incoming: Incoming, bytes: number) => void
}

type Refusal = Extract<Admission, { ok: false }>

/** Reading so much of a body takes about as long as a request takes otherwise. */
const BYTES_A_REQUEST = 16_384

/**
 * Reading and unpacking a body come before it can be known whose it is, and take much longer than
 * refusing it. So whoever sends what is refused may do so as often as others may send, and less often
 * the larger it is; beyond that their bodies are not looked at, whether they are right or not.
 */
export function createTolerance({ findSender, limits, trustProxy, now }: AdmitOptions): Tolerance {
  const refused = createRateLimit({ ...limits.perAddress, now })
  const policy = policyOf(limits)
  const addressOf = (incoming: Incoming) => {
    const forwarded = incoming.header('x-forwarded-for')
    const address = clientAddress(incoming.peer, forwarded, trustProxy)
    return address === undefined ? undefined : toNetwork(address)
  }

  return {
    check(incoming, shown) {
      const address = addressOf(incoming)
      const allowance = address === undefined ? undefined : refused(address, 0)
      if (!allowance || allowance.waitSeconds === 0) return undefined
      // A server that shows its secret has nothing to do with others at its address.
      if (shown !== undefined && findSender(shown, undefined)?.trusted) return undefined
      return tooFast('address', allowance, policy)
    },
    charge(incoming, bytes) {
      if (bytes === 0) return
      const address = addressOf(incoming)
      if (address !== undefined) refused(address, Math.max(1, bytes / BYTES_A_REQUEST))
    },
  }
}
