import { useWords } from '../words/language.ts'

interface FailureProps {
  /** What the collector said, if it did. */
  message?: string | undefined
  onRetry: () => void
}

/** The collector is away, or refuses this reader. */
export function Failure({ message, onRetry }: FailureProps) {
  const { failed } = useWords()
  return (
    <section class="empty" role="alert">
      <h2>{failed.title}</h2>
      <p>{message ?? failed.body}</p>
      <button type="button" class="filled" onClick={onRetry}>
        {failed.retry}
      </button>
    </section>
  )
}
