import { describe, expect, it } from 'vitest'
import { type OpenStore, withStore } from './opened-store.fixture.ts'

export function opensAndCloses(name: string, open: OpenStore): void {
  const { opened } = withStore(open)

  describe(`${name} opens and closes`, () => {
    it('says that it can write', async () => {
      await expect((await opened()).check()).resolves.toBeUndefined()
    })

    it('can be closed twice', async () => {
      const store = await open()
      await store.close()
      await expect(store.close()).resolves.toBeUndefined()
    })
  })
}
