import type { Refusal } from '../data/source.ts'
import { useWords } from '../words/language.ts'

interface FailureProps {
  /** What the collector said, if it did. */
  refusal?: Refusal
  onRetry: () => void
}

/** The collector is away, or refuses this reader. */
export function Failure({ refusal, onRetry }: FailureProps) {
  const { failed, problems } = useWords()
  const reason = refusal && (problems[refusal.code] ?? refusal.message)
  return (
    <section class="empty" role="alert">
      <h2>{failed.title}</h2>
      <p>{reason ?? failed.body}</p>
      <button type="button" class="filled" onClick={onRetry}>
        {failed.retry}
      </button>
    </section>
  )
}
