import { defineWords } from '../words.ts'

export const recipientsWords = defineWords(
  {
    title: 'Recipients',
    lead: 'The people who want to hear from you, in lists.',
    lists: 'Lists',
    people: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    selfNote: 'Your own address, for trying a letter before others get it.',
    person: 'Name',
    mail: 'Mail address',
    add: 'Add a person',
    addTo: (list: string) => `Add a person to “${list}”`,
    save: 'Add',
    cancel: 'Cancel',
  },
  {
    title: '送り先',
    lead: 'お便りをお届けする方々を、リストで管理します。',
    lists: 'リスト',
    people: (count: number) => `${count}名`,
    selfNote: 'ご自身のアドレスです。本番の前のテスト送信にお使いください。',
    person: 'お名前',
    mail: 'メールアドレス',
    add: '送り先を登録',
    addTo: (list: string) => `「${list}」に送り先を登録`,
    save: '登録する',
    cancel: 'キャンセル',
  },
)
