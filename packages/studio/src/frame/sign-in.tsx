import { useState } from 'preact/hooks'
import { useWords } from '../words/language.ts'

interface SignInProps {
  /** Gives the message to show if it did not work. */
  onSignIn: (readKey: string) => Promise<string | undefined>
  onDone: () => void
}

/** Asks for the read key, which a cookie then stands for. */
export function SignIn({ onSignIn, onDone }: SignInProps) {
  const { signIn } = useWords()
  const [readKey, setReadKey] = useState('')
  const [problem, setProblem] = useState<string>()
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
        {problem}
      </p>
      <button type="submit" class="filled">
        {signIn.button}
      </button>
    </form>
  )
}
