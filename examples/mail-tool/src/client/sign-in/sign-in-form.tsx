import type { TargetedSubmitEvent, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useApp } from '../app-context.ts'
import { formText } from '../form-text.ts'
import { failureWords } from '../failure-words.ts'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import { signInWords } from './sign-in-words.ts'
import { useEnter } from './use-enter.ts'

export function SignInForm(): VNode {
  const { product, locale } = useApp()
  const words = useWords(signInWords)
  const enter = useEnter()
  const [failure, setFailure] = useState<string>()
  const error = failure === undefined ? undefined : failureWords(failure, locale)
  useEffect(() => {
    document.title = `${words.signIn} · Binsen`
  }, [words])

  async function signIn(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const outcome = await product.signIn(formText(event.currentTarget, 'mail'))
    if (outcome.ok) enter(outcome.value)
    else setFailure(outcome.code)
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void signIn(event)}>
      <h1>{words.signInTitle}</h1>
      <Field label={words.mail} error={error}>
        {(ids) => <input {...ids} name="mail" type="email" autoComplete="email" />}
      </Field>
      <button type="submit" class="button button-main button-wide">
        {words.signIn}
      </button>
    </form>
  )
}
