import { defineWords } from '../words.ts'

export const planWords = defineWords(
  {
    title: 'Write together',
    lead: 'The Team plan adds a second seat, so that nobody has to hand over a half-written letter.',
    trial: 'Your trial',
    trialPrice: 'Free',
    trialPer: 'until you decide',
    trialIncludes: '1 seat\n500 mails a month\nAll templates\nReports',
    team: 'Team',
    teamPrice: '€29',
    teamPer: 'a month, for both of you',
    teamIncludes:
      '2 seats\n10,000 mails a month\nComments on drafts\nA second pair of eyes before sending\nAnswers at weekends too',
    now: 'You are here',
    ask: 'Ask about Team',
    honest: 'You can leave at the end of any month, and take your lists with you.',
  },
  {
    title: 'ふたりで、もっと楽に',
    lead: 'チームプランでは2席目をご用意します。書きかけのメールを引き継ぐ手間がなくなります。',
    trial: 'お試し',
    trialPrice: '無料',
    trialPer: 'ご検討のあいだ',
    trialIncludes: '1席\n月500通まで\nすべてのテンプレート\nレポート',
    team: 'チーム',
    teamPrice: '4,800円',
    teamPer: '月額・2名様分(税込)',
    teamIncludes:
      '2席\n月10,000通まで\n下書きへのコメント\n送信前のダブルチェック\n土日もサポート対応',
    now: 'ご利用中',
    ask: 'チームプランについて相談する',
    honest: 'いつでも月末に解約でき、送り先のデータもお持ちいただけます。',
  },
)
