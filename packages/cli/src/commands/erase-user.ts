import type { Command } from '../command.ts'
import { withPerson, type Person } from '../person-command.ts'
import { DATA, KEY, STORE } from '../store-settings.ts'

export const eraseUserCommand: Command = {
  name: 'erase-user',
  about: {
    en: 'Erases all that is stored of a user, and of their devices, for good. What still arrives of them is dropped.',
    ja: '利用者とその端末の記録をすべて、完全に消去します。あとから届くものも捨てます。',
  },
  takes: 'USER',
  settings: [
    DATA,
    STORE,
    KEY,
    {
      flag: 'yes',
      about: {
        en: 'Does it. Without it, says only how much it is.',
        ja: '実際に消去します。付けなければ件数だけを示します。',
      },
    },
  ],
  run: (input, world) =>
    withPerson(input, world, async (person) => {
      const say = SAID[world.language]
      if (!input.has('yes')) {
        world.print(say.would(await countOf(person)))
        return 0
      }
      const { events } = await person.store.erasePerson(person.writeKey, person.userId)
      world.print(say.erased(events))
      return 0
    }),
}

async function countOf({ store, writeKey, userId }: Person): Promise<number> {
  let count = 0
  for await (const line of store.exportPerson(writeKey, userId)) count += line === '' ? 0 : 1
  return count
}

const SAID = {
  en: {
    would: (count: number) => `${count} things are stored of this user. Erase them with --yes.`,
    erased: (count: number) => `Erased, ${count} events among it.`,
  },
  ja: {
    would: (count: number) =>
      `この利用者の記録は ${count} 件です。消去するには --yes を付けてください。`,
    erased: (count: number) => `消去しました（イベント ${count} 件を含む）。`,
  },
} as const
