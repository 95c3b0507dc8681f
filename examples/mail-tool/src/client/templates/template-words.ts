import { defineWords } from '../words.ts'

export const templateWords = defineWords(
  {
    title: 'Templates',
    lead: 'Six letters that work. Pick one and make it yours.',
    use: 'Use this template',
    useFor: (name: string) => `Use this template: ${name}`,
    forIndustry: 'Often used in your trade',
    list: 'Templates',
  },
  {
    title: 'テンプレート',
    lead: '反応の良い6種類をご用意しました。選んで、ご自分の言葉に書き換えてください。',
    use: 'このテンプレートを使う',
    useFor: (name: string) => `このテンプレートを使う:${name}`,
    forIndustry: '同業の方によく使われています',
    list: 'テンプレート一覧',
  },
)
