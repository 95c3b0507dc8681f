import { useState } from 'preact/hooks'
import type { Refusal } from '../data/source.ts'
import { useWords } from '../words/language.ts'

interface SignInProps {
  /** Says why if it did not work. */
  onSignIn: (readKey: string) => Promise<Refusal | undefined>
  onDone: () => void
}

/** Asks for the read key, which a cookie then stands for. */
export function SignIn({ onSignIn, onDone }: SignInProps) {
  const { problems, signIn } = useWords()
  const [readKey, setReadKey] = useState('')
  const [problem, setProblem] = useState<Refusal>()
  const submit = async (): Promise<void> => {
    const found = await onSignIn(readKey)
    setProblem(found)
    if (found === undefined) onDone()
  }

  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <h2>{signIn.title}</h2>
      <label for="read-key">{signIn.label}</label>
      <input
        id="read-key"
        type="password"
        autocomplete="current-password"
        required
        value={readKey}
        aria-describedby="read-key-hint"
        onInput={({ currentTarget }) => setReadKey(currentTarget.value)}
      />
      <p class="note" id="read-key-hint">
        {signIn.hint}
      </p>
      <p class="problem" role="alert">
        {problem && (problems[problem.code] ?? problem.message)}
      </p>
      <button type="submit" class="filled">
        {signIn.button}
      </button>
    </form>
  )
}
