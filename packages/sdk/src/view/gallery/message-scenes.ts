import { parseTexts } from '@firstwin/schema/parse-texts'
import type { SceneItem } from '../../scene.ts'

const when = { since: 'start', lessThan: '7d' } as const

export const messageScenes = {
  community: {
    kind: 'message',
    message: parseTexts({
      id: 'user-group',
      kind: 'community',
      when,
      title: { en: 'You are not alone', ja: '仲間がいます' },
      body: {
        en: '612 shops send with us. Meet some of them on Thursday.',
        ja: '612社が一緒に取り組んでいます。木曜日にお会いしましょう。',
      },
      link: {
        label: { en: 'See the meet-up', ja: 'ユーザー会を見る' },
        href: 'https://example.com/meetup',
      },
    }),
  },
  surprise: {
    kind: 'message',
    message: parseTexts({
      id: 'anniversary',
      kind: 'surprise',
      when,
      title: { en: 'One more year together', ja: 'ありがとうございます' },
      body: {
        en: 'You have sent {{trait.mailsSent|many}} mails. Thank you.',
        ja: 'これからもよろしくお願いします。',
      },
    }),
  },
  announcement: {
    kind: 'message',
    message: parseTexts({
      id: 'news',
      kind: 'announcement',
      when,
      title: { en: 'You asked, we did: drafts', ja: 'ご要望にお応えしました:下書き' },
      body: {
        en: 'Mails now keep themselves while you write.',
        ja: '書きかけのメールが自動で保存されるようになりました。',
      },
      link: { label: { en: 'Try it', ja: '試してみる' }, href: '/campaigns/new' },
    }),
  },
  recognition: {
    kind: 'message',
    message: parseTexts({
      id: 'thanks',
      kind: 'recognition',
      when,
      title: { en: 'Three shops came because of you', ja: 'ご紹介ありがとうございます' },
      body: { en: 'We would like to say thank you.', ja: '心ばかりのお礼をご用意しました。' },
      link: { label: { en: 'See your gift', ja: 'お礼を見る' }, href: '/gift' },
    }),
  },
  offer: {
    kind: 'message',
    message: parseTexts({
      id: 'team-plan',
      kind: 'offer',
      when,
      reason: {
        en: 'You send ten mails a week; a second seat saves you the hand-over.',
        ja: '週10通を送るチームには2席目が役立ちます。',
      },
      title: { en: 'A second seat?', ja: '2席目はいかがですか' },
      link: {
        label: { en: 'See what it includes', ja: '内容を見る' },
        href: '/plans/team',
      },
      decline: { en: 'No, thank you', ja: '今はいりません' },
    }),
  },
} as const satisfies Record<string, SceneItem>
