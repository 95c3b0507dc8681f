import { describe, expect, it } from 'vitest'
import { recipientsOf, type ContactList } from './contact-list.ts'

function list(id: string, ...mails: string[]): ContactList {
  const contacts = mails.map((mail) => ({ name: mail, mail }))
  return { id, companyId: 'c', kind: 'shared', name: id, contacts }
}

describe('recipientsOf', () => {
  it('sends one mail to who is on two lists', () => {
    const lists = [list('a', 'x@example.com'), list('b', 'X@example.com', 'y@example.com')]
    const mails = recipientsOf(lists, ['a', 'b']).map(({ mail }) => mail)
    expect(mails).toEqual(['x@example.com', 'y@example.com'])
  })

  it('leaves out the lists that were not chosen', () => {
    expect(recipientsOf([list('a', 'x@example.com')], ['gone'])).toEqual([])
  })
})
