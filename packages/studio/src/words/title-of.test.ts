import { expect, it } from 'vitest'
import { titleOf } from './title-of.ts'

const titles = { sent: { en: 'Sent', ja: '送信済み' }, seen: { en: 'Seen' } }
const rows: [id: string, locale: string, title: string][] = [
  ['sent', 'ja', '送信済み'],
  ['seen', 'ja', 'Seen'],
  ['first-mail-sent', 'ja', 'First mail sent'],
  ['constructor', 'en', 'Constructor'],
]
it.each(rows)('calls %s in %s: %s', (id, locale, title) => {
  expect(titleOf(id, titles, locale)).toBe(title)
})
