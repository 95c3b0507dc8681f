import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { findTemplate } from '../../model/template-library.ts'
import { addressed } from '../../model/letter.ts'
import { useApp } from '../app-context.ts'
import { Paper } from '../paper/paper.tsx'
import { Logo } from '../shell/logo.tsx'
import { Segments } from '../parts/segments.tsx'
import { useWords } from '../words.ts'
import { SignInForm } from './sign-in-form.tsx'
import { SignUpForm } from './sign-up-form.tsx'
import { signInWords } from './sign-in-words.ts'

/** For those who are new, and for those who come back. */
export function SignInPage(): VNode {
  const words = useWords(signInWords)
  const [isNew, setNew] = useState(true)
  return (
    <div class="door">
      <main class="door-form">
        <div class="door-top">
          <Logo />
          <Languages />
        </div>
        {isNew ? <SignUpForm /> : <SignInForm />}
        <button type="button" class="button button-quiet" onClick={() => setNew(!isNew)}>
          {isNew ? words.toSignIn : words.toSignUp}
        </button>
        <p class="hint door-note">{words.demoNote}</p>
      </main>
      <Pitch />
    </div>
  )
}

function Languages(): VNode {
  const { locale, setLocale } = useApp()
  const words = useWords(signInWords)
  return (
    <Segments
      label={words.language}
      labelHidden
      value={locale}
      onChange={setLocale}
      options={[
        { value: 'en', face: 'English', lang: 'en' },
        { value: 'ja', face: '日本語', lang: 'ja' },
      ]}
    />
  )
}

/** What the product makes, shown rather than told: two of its letters, one upon the other. */
function Pitch(): VNode {
  const { locale } = useApp()
  const words = useWords(signInWords)
  const sheet = (id: 'sale' | 'newsletter', sender: string): VNode => {
    const template = findTemplate(id)
    const letter = addressed(template.words[locale].letter, locale === 'ja' ? '佐藤' : 'Maya')
    return <Paper {...{ letter, look: template.look, sender, locale }} />
  }
  return (
    <aside class="door-pitch">
      <div class="door-pitch-words">
        <p class="pitch">{words.pitch}</p>
        <p>{words.pitchBody}</p>
      </div>
      <div class="door-sheets" aria-hidden="true">
        <div>{sheet('newsletter', locale === 'ja' ? '紙と糸' : 'Paper & Thread')}</div>
        <div>{sheet('sale', locale === 'ja' ? '花屋 はな' : 'Hana Flowers')}</div>
      </div>
    </aside>
  )
}
