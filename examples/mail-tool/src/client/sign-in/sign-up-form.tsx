import type { TargetedSubmitEvent, VNode } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Locale } from '../../model/locale.ts'
import { INDUSTRIES, ROLES } from '../../model/user.ts'
import { useApp } from '../app-context.ts'
import { failureWords } from '../failure-words.ts'
import { Field } from '../parts/field.tsx'
import type { SignUp } from '../product.ts'
import { formText } from '../form-text.ts'
import type { Failure } from '../post.ts'
import { useWords } from '../words.ts'
import { signInWords } from './sign-in-words.ts'
import { useEnter } from './use-enter.ts'

const TEXT_FIELDS = [
  { name: 'name', autoComplete: 'name', type: 'text' },
  { name: 'mail', autoComplete: 'email', type: 'email' },
  { name: 'company', autoComplete: 'organization', type: 'text' },
] as const

const CHOICES = [
  { name: 'industry', options: INDUSTRIES },
  { name: 'role', options: ROLES },
] as const

export function SignUpForm(): VNode {
  const { product, locale } = useApp()
  const words = useWords(signInWords)
  const enter = useEnter()
  const [failure, setFailure] = useState<Failure>()
  const errorOf = (field: string): string | undefined =>
    failure?.field === field ? failureWords(failure.code, locale) : undefined
  useEffect(() => {
    document.title = `${words.signUpTitle} · Binsen`
  }, [words])

  async function signUp(event: TargetedSubmitEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault()
    const form = event.currentTarget
    const outcome = await product.signUp(readForm(form, locale))
    if (outcome.ok) {
      enter(outcome.value)
      return
    }
    setFailure(outcome)
    form.querySelector<HTMLElement>(`[name="${outcome.field}"]`)?.focus()
  }

  return (
    <form class="stack" noValidate onSubmit={(event) => void signUp(event)}>
      <h1>{words.signUpTitle}</h1>
      {TEXT_FIELDS.map(({ name, ...input }) => (
        <Field
          key={name}
          label={words[name]}
          error={errorOf(name)}
          {...(name === 'mail' ? { hint: words.mailHint } : {})}
        >
          {(ids) => <input {...ids} {...input} name={name} />}
        </Field>
      ))}
      <Choices errorOf={errorOf} />
      {failure && failure.field === undefined && (
        <p class="error" role="alert">
          {failureWords(failure.code, locale)}
        </p>
      )}
      <button type="submit" class="button button-main button-wide">
        {words.signUp}
      </button>
    </form>
  )
}

interface ChoicesProps {
  errorOf: (field: string) => string | undefined
}

function Choices({ errorOf }: ChoicesProps): VNode {
  const words = useWords(signInWords)
  return (
    <div class="field-pair">
      {CHOICES.map(({ name, options }) => (
        <Field key={name} label={words[name]} error={errorOf(name)}>
          {(ids) => (
            <select {...ids} name={name}>
              {options.map((option) => (
                <option key={option} value={option}>
                  {words[option]}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
    </div>
  )
}

function readForm(form: HTMLFormElement, locale: Locale): SignUp {
  return {
    name: formText(form, 'name'),
    mail: formText(form, 'mail'),
    company: formText(form, 'company'),
    industry: formText(form, 'industry'),
    role: formText(form, 'role'),
    locale,
  }
}
