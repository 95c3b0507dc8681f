import type { Question } from '@firstwin/schema'
import type { VNode } from 'preact'
import type { Ui } from '../part.ts'
import { Choices } from './choices.tsx'

/** The limit of the wire form: longer answers would be refused by the collector. */
const MAX_LENGTH = 1000
const SCALE = Array.from({ length: 11 }, (_, score) => score)

interface AnswerProps {
  question: Question
  missing: boolean
  ui: Ui
}

/** What the question is answered with. The field is always called `answer`. */
export function Answer({ question, missing, ui }: AnswerProps): VNode {
  if (question.kind === 'text') {
    return (
      <textarea
        class="input"
        name="answer"
        rows={3}
        maxLength={MAX_LENGTH}
        aria-labelledby="question"
        aria-describedby="answer-error"
        aria-invalid={missing}
      />
    )
  }
  return (
    <div
      role="radiogroup"
      aria-labelledby="question"
      aria-describedby="answer-error"
      aria-invalid={missing}
    >
      {question.kind === 'nps' ? (
        <Scale ui={ui} />
      ) : (
        <Choices
          name="answer"
          options={question.options.map(({ value, label }) => ({
            value,
            label: ui.say.plain(label),
          }))}
        />
      )}
    </div>
  )
}

function Scale({ ui }: Pick<AnswerProps, 'ui'>): VNode {
  const { npsLow, npsHigh } = ui.words
  const ends: Readonly<Record<number, string>> = { 0: `, ${npsLow}`, 10: `, ${npsHigh}` }
  return (
    <>
      <div class="scale">
        {SCALE.map((score) => (
          <label key={score} class="score">
            <input type="radio" name="answer" value={score} />
            <span>
              {score}
              <span class="aloud">{ends[score]}</span>
            </span>
          </label>
        ))}
      </div>
      <div class="ends small" lang={ui.words.lang} aria-hidden="true">
        <span>{npsLow}</span>
        <span>{npsHigh}</span>
      </div>
    </>
  )
}
