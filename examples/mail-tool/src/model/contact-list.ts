export interface Contact {
  name: string
  mail: string
}

export interface ContactList {
  id: string
  companyId: string
  /** `self` holds the user alone, for trying a mail before others get it. */
  kind: 'self' | 'shared'
  name: string
  contacts: Contact[]
}

/** Everybody on these lists, once each: who is on two lists gets one mail. */
export function recipientsOf(lists: readonly ContactList[], listIds: readonly string[]): Contact[] {
  const chosen = lists.filter(({ id }) => listIds.includes(id))
  const byMail = new Map<string, Contact>()
  for (const contact of chosen.flatMap(({ contacts }) => contacts)) {
    const key = contact.mail.toLowerCase()
    if (!byMail.has(key)) byMail.set(key, contact)
  }
  return [...byMail.values()]
}
