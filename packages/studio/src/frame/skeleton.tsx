import { useWords } from '../words/language.ts'

/** The outline of what is coming, where it will stand. */
export function Skeleton() {
  const { loading, tiers } = useWords()
  return (
    <section class="tier main" aria-busy="true">
      <p class="eyebrow">{tiers['first-strike'].name}</p>
      <h2>{tiers['first-strike'].question}</h2>
      <output class="visually-hidden">{loading}</output>
      <div class="bone answer-bone" />
      <div class="bone note-bone" />
      <div class="bone chart-bone" />
    </section>
  )
}
