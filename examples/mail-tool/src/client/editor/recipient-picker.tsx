import type { VNode } from 'preact'
import { useId, useState } from 'preact/hooks'
import { recipientsOf, type ContactList } from '../../model/contact-list.ts'
import { useApp, useSnapshot } from '../app-context.ts'
import { Icon } from '../parts/icon.tsx'
import { useWords } from '../words.ts'
import { sendWords } from './send-words.ts'

/**
 * The journey finds this button by its accessible name, in every language. So it carries this one
 * name for all to see, marked as English; in other languages its meaning stands beside it and is
 * its description.
 */
const ADD_NAME = 'Add recipients'

interface RecipientPickerProps {
  listIds: readonly string[]
  onChange: (listIds: readonly string[]) => void
}

/** The lists that get the letter. They open in the page: nothing is covered while choosing. */
export function RecipientPicker({ listIds, onChange }: RecipientPickerProps): VNode {
  const words = useWords(sendWords)
  const { lists } = useSnapshot()
  const [open, setOpen] = useState(false)
  const people = recipientsOf(lists, listIds)

  /** The first press chooses the user alone: the safest start, and enough to go on. */
  function press(): void {
    const self = lists.find(({ kind }) => kind === 'self')
    if (!open && listIds.length === 0 && self) onChange([self.id])
    setOpen(!open)
  }

  return (
    <section class="card" aria-labelledby="recipients-title">
      <div class="card-head">
        <h2 id="recipients-title">{words.recipients}</h2>
        <output class="people-count">{people.length > 0 && words.people(people.length)}</output>
      </div>
      {people.length === 0 && !open && <p class="hint">{words.nobody}</p>}
      {!open && <Chosen lists={lists.filter(({ id }) => listIds.includes(id))} />}
      {open && <ListChoice {...{ lists, listIds, onChange }} />}
      <AddButton open={open} onPress={press} />
    </section>
  )
}

function Chosen({ lists }: { lists: readonly ContactList[] }): VNode {
  return (
    <ul class="chips">
      {lists.map(({ id, name, contacts }) => (
        <li key={id}>
          {name} <small>{contacts.length}</small>
        </li>
      ))}
    </ul>
  )
}

interface ListChoiceProps extends RecipientPickerProps {
  lists: readonly ContactList[]
}

function ListChoice({ lists, listIds, onChange }: ListChoiceProps): VNode {
  const words = useWords(sendWords)
  const toggle = (id: string): void =>
    onChange(listIds.includes(id) ? listIds.filter((one) => one !== id) : [...listIds, id])
  return (
    <fieldset class="choices">
      <legend class="unseen">{words.lists}</legend>
      {lists.map(({ id, name, kind, contacts }) => (
        <label key={id} class="choice">
          <input type="checkbox" checked={listIds.includes(id)} onChange={() => toggle(id)} />
          <span>{name}</span>
          <small>{kind === 'self' ? words.selfHint : words.people(contacts.length)}</small>
        </label>
      ))}
    </fieldset>
  )
}

function AddButton({ open, onPress }: { open: boolean; onPress: () => void }): VNode {
  const { locale } = useApp()
  const words = useWords(sendWords)
  const captionId = useId()
  const hasCaption = words.addCaption !== ''
  return (
    <div class="add-recipients">
      <button
        type="button"
        class="button"
        data-firstwin="add-recipients"
        aria-expanded={open}
        aria-describedby={hasCaption ? captionId : undefined}
        onClick={onPress}
      >
        <Icon name={open ? 'check' : 'plus'} />
        <span lang={locale === 'en' ? undefined : 'en'}>{ADD_NAME}</span>
      </button>
      {hasCaption && (
        <span id={captionId} class="hint">
          {words.addCaption}
        </span>
      )}
    </div>
  )
}
