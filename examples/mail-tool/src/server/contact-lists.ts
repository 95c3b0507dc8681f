import { randomUUID } from 'node:crypto'
import type { Contact, ContactList } from '../model/contact-list.ts'
import type { Locale } from '../model/locale.ts'
import type { User } from '../model/user.ts'

const REGULARS: Record<Locale, readonly string[]> = {
  en: ['Maya Lindqvist', 'Tom Okafor', 'Elena Rossi', 'Jonas Weber', 'Priya Nair', 'Clara Dubois'],
  ja: ['佐藤 美咲', '鈴木 健太', '高橋 由美', '伊藤 大輔', '渡辺 さくら', '中村 翔'],
}

const READERS: Record<Locale, readonly string[]> = {
  en: [
    'Samuel Hart',
    'Ines Carvalho',
    'Owen Price',
    'Lucia Marin',
    'Noah Keller',
    'Grace Adeyemi',
    'Felix Braun',
    'Anna Kowalska',
    'Peter Novak',
  ],
  ja: [
    '小林 真由',
    '加藤 拓也',
    '吉田 恵',
    '山本 直樹',
    '松本 彩',
    '井上 誠',
    '木村 里奈',
    '林 浩二',
    '清水 千尋',
  ],
}

/** The lists that a new customer finds: themselves, and two with people who do not exist. */
export function firstLists(user: User): ContactList[] {
  const names =
    user.locale === 'ja'
      ? { self: '自分だけ', regulars: '常連のお客様', readers: 'お便りの読者' }
      : { self: 'Just me', regulars: 'Regulars', readers: 'Newsletter readers' }
  const list = (name: string, contacts: Contact[], kind: ContactList['kind']): ContactList => ({
    id: randomUUID(),
    companyId: user.companyId,
    kind,
    name,
    contacts,
  })
  return [
    list(names.self, [{ name: user.name, mail: user.mail }], 'self'),
    list(names.regulars, REGULARS[user.locale].map(madeUp('regular')), 'shared'),
    list(names.readers, READERS[user.locale].map(madeUp('reader')), 'shared'),
  ]
}

/** example.com is reserved: nobody would get a mail that escaped from the demo. */
function madeUp(kind: string): (name: string, index: number) => Contact {
  return (name, index) => ({ name, mail: `${kind}.${index + 1}@example.com` })
}
