import type { Command } from '../command.ts'
import { withPerson } from '../person-command.ts'
import { DATA, KEY, STORE } from '../store-settings.ts'

export const exportUserCommand: Command = {
  name: 'export-user',
  about: {
    en: 'Prints all that is stored of a user, and of their devices: one JSON object a line.',
    ja: '利用者とその端末について保存しているものすべてを、1 行 1 オブジェクトの JSON で出力します。',
  },
  takes: 'USER',
  settings: [DATA, STORE, KEY],
  run: (input, world) =>
    withPerson(input, world, async ({ store, writeKey, userId }) => {
      let count = 0
      for await (const line of store.exportPerson(writeKey, userId)) {
        world.print(line)
        count += 1
      }
      if (count > 0) return 0
      world.complain(NOTHING[world.language])
      return 1
    }),
}

const NOTHING = {
  en: 'Nothing is stored of this user. Is it the right product (--key)?',
  ja: 'この利用者の記録はありません。製品（--key）は合っていますか。',
} as const
