import type { EventStore } from '@firstwin/collector'
import { UsageError } from './errors.ts'
import { openExistingStore } from './open-store.ts'
import type { Input } from './read-input.ts'
import { productKey } from './serve/keys.ts'
import type { World } from './world.ts'

/** One user of one product, in an open store. */
export interface Person {
  readonly store: EventStore
  readonly writeKey: string
  readonly userId: string
}

/**
 * Opens the store for a command about one user, and closes it after it.
 *
 * @throws {UsageError} If no user was named.
 */
export async function withPerson(
  input: Input,
  world: World,
  work: (person: Person) => Promise<number>,
): Promise<number> {
  const [userId = '', ...more] = input.words
  if (userId === '' || more.length > 0) throw new UsageError('Name one user by their id.')
  const writeKey = productKey(input, world)
  const store = await openExistingStore(input, world)
  try {
    return await work({ store, writeKey, userId })
  } finally {
    await store.close()
  }
}
