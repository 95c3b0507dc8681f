import type { Inline, RichText, Text, Words } from '@firstwin/schema'
import type { Scene } from '../../scene.ts'
import { fillIn } from './fill-in.ts'

/** Texts of the journey, in the language of the scene, with the user's traits filled in. */
export interface Say {
  rich: (text: Text | undefined) => RichText
  /** In one line and without marks: for names, and for what is read out. */
  plain: (text: Text | undefined) => string
}

type Language = Pick<Scene, 'locale' | 'fallbackLocale' | 'traits'>

/** Texts have been parsed when the journey was read; a string that is left is words and no more. */
export function createSay(language: Language): Say {
  const rich = (text: Text | undefined): RichText => {
    const words = text ? chooseWords(text, language) : ''
    if (words === '') return []
    const content = [{ type: 'text', text: words }]
    const blocks = typeof words === 'string' ? [{ type: 'paragraph', content }] : words
    return fillIn(blocks, language.traits)
  }
  return { rich, plain: (text) => rich(text).map(wordsOf).join(' ') }
}

/** By the exact locale, then its language, then the journey's own locale, then whatever is first. */
function chooseWords(text: Text, { locale, fallbackLocale }: Language): Words {
  if (typeof text === 'string' || isRichText(text)) return text
  for (const key of [locale, locale.split('-')[0] ?? '', fallbackLocale]) {
    const words = Object.hasOwn(text, key) ? text[key] : undefined
    if (words !== undefined) return words
  }
  return Object.values(text)[0] ?? ''
}

function isRichText(text: Exclude<Text, string>): text is RichText {
  return Array.isArray(text)
}

function wordsOf(node: RichText[number] | Inline): string {
  if ('items' in node) return node.items.map((item) => item.map(wordsOf).join('')).join(' ')
  if ('content' in node) return node.content.map(wordsOf).join('')
  return 'text' in node ? node.text : ' '
}
