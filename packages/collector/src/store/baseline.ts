/** How long users have a step open until they complete it. */
export interface StepBaseline {
  /** How many have completed it. */
  readonly users: number
  /** Nine of ten took no longer, in ms. */
  readonly p90Ms: number
}

/** By `guide/step`. */
export type Baseline = Readonly<Record<string, StepBaseline>>

/** So many users in one millisecond of one step. */
export interface StepTime {
  readonly subject: string
  readonly ms: number
  readonly users: number
}

/** Of fewer nothing is said: one slow user would be the measure of all. */
export const LEAST_USERS = 20

/** Nearest rank: a time that somebody took. `times` come by `subject`, then by `ms`. */
export function toBaseline(times: Iterable<StepTime>): Baseline {
  const steps = new Map<string, StepBaseline>()
  let own: StepTime[] = []
  const close = (): void => {
    const [first] = own
    const found = toStep(own)
    if (first && found) steps.set(first.subject, found)
  }
  for (const time of times) {
    if (own[0] && own[0].subject !== time.subject) {
      close()
      own = []
    }
    own.push(time)
  }
  close()
  return Object.fromEntries(steps)
}

function toStep(times: readonly StepTime[]): StepBaseline | undefined {
  const users = times.reduce((sum, time) => sum + time.users, 0)
  if (users < LEAST_USERS) return undefined
  let left = Math.ceil((users * 9) / 10)
  const found = times.find((time) => (left -= time.users) <= 0)
  return found && { users, p90Ms: found.ms }
}
