import type { Step } from '@firstwin/schema'
import { parseTexts } from '@firstwin/schema/parse-texts'
import type { StepScene } from '../../scene.ts'

type Find = (name: string) => Element | undefined

export function stepScene(step: Partial<Step>, more: Partial<StepScene>): StepScene {
  const whole = parseTexts<Step>({
    id: 'send',
    title: { en: 'Send it', ja: '送信する' },
    body: { en: 'That is all there is to it.', ja: 'これで完了です。' },
    ...step,
  })
  return {
    kind: 'step',
    key: `guide/${whole.id}`,
    step: whole,
    target: undefined,
    index: 0,
    of: 3,
    stuck: false,
    requested: true,
    ...more,
  }
}

/** @param find Gives the element of the page that a step points at, by its id or name. */
export function createStepScenes(find: Find) {
  return {
    'step-next': stepScene({}, { target: find('preview') }),
    'step-click': stepScene(
      {
        id: 'recipients',
        title: { en: 'Choose who gets it', ja: '送り先を選ぶ' },
        body: { en: 'Start with yourself.', ja: 'まずはご自身へ。' },
        advance: { on: 'click' },
      },
      { target: find('preview'), index: 1 },
    ),
    'step-spotlight': stepScene(
      {
        id: 'spot',
        spotlight: true,
        stuck: {
          after: '40s',
          help: {
            en: 'Stuck? We answer within minutes.',
            ja: 'お困りですか?すぐにお答えします。',
          },
          link: '/support',
        },
        advance: { event: 'mail.sent' },
      },
      { target: find('send'), index: 2, stuck: true },
    ),
    'step-input': stepScene(
      {
        id: 'subject',
        title: { en: 'Give it a subject', ja: '件名をつける' },
        body: {
          en: 'Short works best. Some that worked:\n\n- _Weekend sale_\n- `20 %` off **everything**\n\nMore in [our guide](https://example.com/subjects).',
          ja: '短いほど効果的です。\n\n- 週末セール\n- **全品**20%オフ',
        },
        placement: 'right',
        advance: { on: 'input', minLength: 3 },
      },
      { target: find('subject') },
    ),
    'step-centred': stepScene(
      {
        id: 'centre',
        title: { en: 'A short tour of your new desk', ja: '新しい画面をご案内します' },
        body: {
          en: 'Two minutes, three stops, and you can leave at any time.',
          ja: '3か所、2分ほどです。いつでも中断できます。',
        },
        spotlight: true,
      },
      {},
    ),
  }
}
