import type { TargetedSubmitEvent, VNode } from 'preact'
import { useEffect, useRef, useState } from 'preact/hooks'
import type { ContactList } from '../../model/contact-list.ts'
import { useApp } from '../app-context.ts'
import { failureWords } from '../failure-words.ts'
import { Field } from '../parts/field.tsx'
import type { Failure } from '../post.ts'
import { useWords } from '../words.ts'
import { recipientsWords } from './recipients-words.ts'

interface AddContactProps {
  list: ContactList
  onClose: () => void
}

/** Stays open after each person, for the next one. */
export function AddContact({ list, onClose }: AddContactProps): VNode {
  const { product, locale } = useApp()
  const words = useWords(recipientsWords)
  const [failure, setFailure] = useState<Failure>()
  const nameInput = useRef<HTMLInputElement>(null)
  useEffect(() => nameInput.current?.focus(), [])
  const errorOf = (field: string): string | undefined =>
    failure?.field === field ? failureWords(failure.code, locale) : undefined

  async function add(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const outcome = await product.addContact(list.id, Object.fromEntries(new FormData(form)))
    setFailure(outcome.ok ? undefined : outcome)
    if (!outcome.ok) return
    form.reset()
    nameInput.current?.focus()
  }

  return (
    <form
      class="add-contact"
      noValidate
      aria-label={words.addTo(list.name)}
      onSubmit={(event) => void add(event)}
    >
      <Field label={words.person} error={errorOf('name')}>
        {(ids) => <input {...ids} ref={nameInput} name="name" autoComplete="off" />}
      </Field>
      <Field label={words.mail} error={errorOf('mail')}>
        {(ids) => <input {...ids} name="mail" type="email" autoComplete="off" />}
      </Field>
      <div class="add-contact-buttons">
        <button type="submit" class="button button-main">
          {words.save}
        </button>
        <button type="button" class="button button-quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
      {failure && failure.field === undefined && (
        <p class="error" role="alert">
          {failureWords(failure.code, locale)}
        </p>
      )}
    </form>
  )
}
