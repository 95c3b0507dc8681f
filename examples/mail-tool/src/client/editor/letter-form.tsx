import type { VNode } from 'preact'
import { safeUrl, type Letter } from '../../model/letter.ts'
import { findTemplate } from '../../model/template-library.ts'
import type { TemplateId } from '../../model/template.ts'
import { Field } from '../parts/field.tsx'
import { useWords } from '../words.ts'
import { editorWords } from './editor-words.ts'

interface LetterFormProps {
  letter: Letter
  template: TemplateId
  onChange: (letter: Letter) => void
}

export function LetterForm({ letter, template, onChange }: LetterFormProps): VNode {
  const words = useWords(editorWords)
  const hasBanner = findTemplate(template).look.banner !== 'plain'
  const set = (change: Partial<Letter>): void => onChange({ ...letter, ...change })
  return (
    <section class="card" aria-labelledby="letter-title">
      <h2 id="letter-title">{words.letter}</h2>
      <LineField
        label={words.subject}
        name="subject"
        hint={words.subjectHint}
        value={letter.subject}
        onChange={(subject) => set({ subject })}
      />
      <LineField
        label={words.preheader}
        name="preheader"
        hint={words.preheaderHint}
        value={letter.preheader}
        onChange={(preheader) => set({ preheader })}
      />
      {hasBanner && (
        <LineField
          label={words.banner}
          name="banner"
          value={letter.banner}
          onChange={(banner) => set({ banner })}
        />
      )}
      <LineField
        label={words.heading}
        name="heading"
        value={letter.heading}
        onChange={(heading) => set({ heading })}
      />
      <Field label={words.body} hint={words.bodyHint}>
        {(ids) => (
          <textarea
            {...ids}
            name="body"
            rows={9}
            value={letter.body}
            onInput={(event) => set({ body: event.currentTarget.value })}
          />
        )}
      </Field>
      <ButtonFields letter={letter} set={set} />
    </section>
  )
}

interface ButtonFieldsProps {
  letter: Letter
  set: (change: Partial<Letter>) => void
}

function ButtonFields({ letter, set }: ButtonFieldsProps): VNode {
  const words = useWords(editorWords)
  const wrong = letter.buttonUrl.trim() !== '' && safeUrl(letter.buttonUrl) === undefined
  return (
    <div class="field-pair">
      <LineField
        label={words.buttonLabel}
        name="buttonLabel"
        hint={words.buttonHint}
        value={letter.buttonLabel}
        onChange={(buttonLabel) => set({ buttonLabel })}
      />
      <LineField
        label={words.buttonUrl}
        name="buttonUrl"
        value={letter.buttonUrl}
        error={wrong ? words.buttonUrlWrong : undefined}
        onChange={(buttonUrl) => set({ buttonUrl })}
      />
    </div>
  )
}

interface LineFieldProps {
  label: string
  name: string
  value: string
  hint?: string
  error?: string | undefined
  onChange: (value: string) => void
}

function LineField({ name, value, onChange, ...field }: LineFieldProps): VNode {
  return (
    <Field {...field}>
      {(ids) => (
        <input
          {...ids}
          name={name}
          value={value}
          autoComplete="off"
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  )
}
