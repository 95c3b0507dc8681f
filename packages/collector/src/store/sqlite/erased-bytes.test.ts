import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dated } from '../../../test/dated.ts'
import { tempFile } from '../../../test/temp-file.fixture.ts'
import { group, identify, started, track, win, WRITE_KEY } from '../../../test/wire.ts'
import { createSqliteStore } from './sqlite-store.ts'

const USERS = 60
const ROUNDS = 6

/** A number from 0 to 1 that is the same at each run, and looks like none. */
function shuffledBy(seed: number): number {
  return (Math.imul(seed, 2_654_435_761) >>> 0) / 2 ** 32
}

/** All that one user leaves, of changing length, so that rows move between pages. */
function tracesOf(user: string, round: number) {
  const device = `device-${user}`
  const filling = 'x'.repeat(Math.floor(shuffledBy(round * 31 + user.length) * 700))
  return [
    dated(started({ device })),
    dated(identify({ mail: `${user}@example.com`, note: `${filling} ${user}` }, { user, device })),
    dated(group(`g-${round}`, {}, { user })),
    dated(win(`w-${round}`, 'aha', { user })),
    dated(track('something', { note: `${user} ${filling}` }, { user, device })),
  ]
}

/** Which of these texts are in the bytes of the file, its log or its index. */
function foundIn(file: string, texts: readonly string[]): string[] {
  const files = [file, `${file}-wal`, `${file}-shm`].filter((one) => existsSync(one))
  const bytes = files.map((one) => readFileSync(one).toString('latin1'))
  return texts.filter((text) => bytes.some((all) => all.includes(text)))
}

async function fileOfUsers(users: readonly string[]) {
  const file = tempFile()
  const store = createSqliteStore(file)
  onTestFinished(() => store.close())
  for (let round = 0; round < ROUNDS; round += 1) {
    const order = users.toSorted(
      (one, other) => shuffledBy(round * 97 + one.length) - shuffledBy(other.length),
    )
    const events = order.flatMap((user) => tracesOf(user, round))
    await Promise.all([
      store.append(events),
      ...order.map((userId) => {
        const part = { note: userId.repeat(round * 20 + 1) }
        const at = round
        return store.keepProgress({
          writeKey: WRITE_KEY,
          journey: 'j',
          userId,
          device: 'd',
          at,
          part,
        })
      }),
    ])
  }
  return { file, store }
}

describe('C23 the bytes of the file and of its log', () => {
  const users = Array.from({ length: USERS }, (_, index) => `canary-${'a'.repeat(index)}-${index}-`)
  const erased = users.filter((_, index) => index % 2 === 1)
  const left = users.filter((_, index) => index % 2 === 0)

  it('have nothing of who was erased, and all of the others', async () => {
    const { file, store } = await fileOfUsers(users)
    expect(foundIn(file, users)).toEqual(users)
    await Promise.all(erased.map((user) => store.erasePerson(WRITE_KEY, user)))
    expect(foundIn(file, users)).toEqual(left)
    await store.append(erased.flatMap((user) => tracesOf(user, ROUNDS)))
    expect(foundIn(file, users)).toEqual(left)
  }, 60_000)

  it('take events again after, in the same file', async () => {
    const { store } = await fileOfUsers(users.slice(0, 2))
    const erasing = store.erasePerson(WRITE_KEY, users[0] ?? '')
    const meanwhile = store.append([dated(started({ user: 'new' }))])
    await erasing
    expect(await meanwhile).toEqual([true])
    expect(await store.append([dated(started({ user: 'newer' }))])).toEqual([true])
  }, 60_000)
})
