import type { Confirmation, Field, Path, Setup, Survey, Video, Win } from '@firstwin/schema'
import { parseTexts } from '@firstwin/schema/parse-texts'

export const win = parseTexts<Win>({
  id: 'first-mail-sent',
  tier: 'first-strike',
  title: { en: 'Your first mail is on its way', ja: '最初の一通が送れました' },
  when: { event: 'mail.sent' },
  celebrate: {
    size: 'big',
    title: {
      en: 'Congratulations, {{trait.name|there}}!',
      ja: 'おめでとうございます!第一歩を踏み出しました',
    },
    body: {
      en: 'Your first mail is **on its way**. Next: see who opens it.',
      ja: '最初の一通が送信されました。次は**開封**を確認しましょう。',
    },
    next: { guide: 'watch-opens' },
  },
})

export const smallWin = parseTexts<Win>({
  id: 'preview-seen',
  tier: 'aha',
  title: { en: 'You saw how it works', ja: '「こう動くのか!」を体験しました' },
  when: { event: 'preview.opened' },
  celebrate: 'small',
})

export const path = parseTexts<Path>({
  id: 'first-mail',
  title: { en: 'Send your first mail', ja: '最初の一通を送る' },
  body: {
    en: 'Three small steps, about four minutes.',
    ja: '3つのステップ、約4分で完了します。',
  },
  tasks: [
    {
      id: 'pick-template',
      title: { en: 'Pick a template', ja: 'テンプレートを選ぶ' },
      minutes: 1,
      win: 'template-picked',
    },
    {
      id: 'open-preview',
      title: { en: 'See it as your customer will', ja: 'お客様の目線で見る' },
      body: {
        en: 'Open the preview and look at it with their eyes.',
        ja: 'プレビューを開いて、お客様の目線で確認してみましょう。',
      },
      minutes: 1,
      win: 'preview-seen',
      video: {
        src: '/media/preview.mp4',
        captions: '/media/preview.vtt',
        title: 'The preview (30 s)',
      },
    },
    {
      id: 'send-first-mail',
      title: { en: 'Send it', ja: '送信する' },
      minutes: 2,
      win: 'first-mail-sent',
    },
  ],
})

export const poster = {
  src: '/media/preview.mp4',
  poster: '/media/preview.png',
  captions: '/media/preview.vtt',
  title: { en: 'The preview (30 s)', ja: 'プレビューの使い方(30秒)' },
} as const satisfies Video

export const letter = parseTexts<Confirmation>({
  id: 'welcome-letter',
  kind: 'confirmation',
  when: { since: 'start', lessThan: '7d' },
  title: { en: 'You made a good choice', ja: 'あなたの選択は正しかった' },
  body: {
    en: 'We will get you to your first result. Here is the way.',
    ja: '私たちは必ず成功に導きます。これが道のりです。',
  },
  signedBy: { name: 'Aoi Tanaka', role: { en: 'Founder', ja: '代表' } },
  roadmap: true,
})

export const setup = parseTexts<Setup>({
  id: 'industry-template',
  title: { en: 'Start from something that works', ja: 'うまくいく形から始める' },
  body: {
    en: 'Chosen from what works for shops like yours.',
    ja: '同じ業種のお客様に好評の設定を選びました。',
  },
  fields: [
    {
      id: 'template',
      label: { en: 'Template', ja: 'テンプレート' },
      options: [
        { value: 'sale', label: { en: 'Weekend sale', ja: '週末セール' } },
        { value: 'newsletter', label: { en: 'Newsletter', ja: 'ニュースレター' } },
      ],
    },
    {
      id: 'sendHour',
      label: { en: 'Send at (hour)', ja: '送信時刻' },
      hint: { en: 'From 0 to 23.', ja: '0〜23の数字を入力してください。' },
      number: { min: 0, max: 23 },
      default: 10,
    },
    {
      id: 'shopName',
      label: { en: 'Name of your shop', ja: 'お店の名前' },
      text: { maxLength: 80 },
    },
  ],
  apply: { event: 'template.applied' },
})

/** More options than there is room for cards. */
export const template = parseTexts<Field>({
  id: 'industry',
  label: { en: 'Industry', ja: '業種' },
  options: ['shop', 'cafe', 'salon', 'school', 'clinic'].map((value) => ({ value, label: value })),
})

export const survey = parseTexts<Survey>({
  id: 'happiest',
  when: { win: 'first-mail-sent', reached: true },
  questions: [
    {
      id: 'nps',
      kind: 'nps',
      ask: {
        en: 'How likely are you to recommend us to a colleague?',
        ja: '私たちを同僚の方に勧めたいと思いますか?',
      },
    },
    {
      id: 'why',
      kind: 'choice',
      ask: { en: 'What helped you most?', ja: '一番役に立ったのは何ですか?' },
      options: [
        { value: 'templates', label: { en: 'The templates', ja: 'テンプレート' } },
        { value: 'preview', label: { en: 'The preview', ja: 'プレビュー' } },
        { value: 'support', label: { en: 'Your people', ja: 'サポートの対応' } },
      ],
    },
    {
      id: 'joy',
      kind: 'text',
      ask: {
        en: 'What made you happiest so far?',
        ja: '一番嬉しかったのはどんな時でしたか?',
      },
    },
  ],
})
