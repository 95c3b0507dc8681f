import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import type { ContactList } from '../../model/contact-list.ts'
import { useSnapshot } from '../app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { useWords } from '../words.ts'
import { AddContact } from './add-contact.tsx'
import { recipientsWords } from './recipients-words.ts'

export function RecipientsPage(): VNode {
  const words = useWords(recipientsWords)
  const { lists } = useSnapshot()
  const [shownId, setShownId] = useState(lists.at(1)?.id)
  const shown = lists.find(({ id }) => id === shownId) ?? lists[0]
  return (
    <>
      <PageHead title={words.title} lead={words.lead} />
      <div class="recipients">
        <fieldset class="list-picker">
          <legend class="unseen">{words.lists}</legend>
          {lists.map(({ id, name, contacts }) => (
            <button
              key={id}
              type="button"
              aria-pressed={id === shown?.id}
              onClick={() => setShownId(id)}
            >
              <span>{name}</span>
              <small>{words.people(contacts.length)}</small>
            </button>
          ))}
        </fieldset>
        {shown && <ListCard key={shown.id} list={shown} />}
      </div>
    </>
  )
}

function ListCard({ list }: { list: ContactList }): VNode {
  const words = useWords(recipientsWords)
  const [adding, setAdding] = useState(false)
  return (
    <section class="card" aria-labelledby="list-name">
      <div class="card-head">
        <h2 id="list-name">{list.name}</h2>
        {list.kind === 'shared' && !adding && (
          <button type="button" class="button" onClick={() => setAdding(true)}>
            <Icon name="plus" />
            {words.add}
          </button>
        )}
      </div>
      {list.kind === 'self' && <p class="hint">{words.selfNote}</p>}
      {adding && <AddContact list={list} onClose={() => setAdding(false)} />}
      <table class="people" aria-labelledby="list-name">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.mail}</th>
          </tr>
        </thead>
        <tbody>
          {list.contacts.map(({ name, mail }) => (
            <tr key={mail}>
              <th scope="row">{name}</th>
              <td>{mail}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
