import type { Template, TemplateId } from './template.ts'
import type { Letter } from './letter.ts'

const SHOP = 'https://example.com/'

function letter(words: Omit<Letter, 'buttonUrl'>): Letter {
  return { ...words, buttonUrl: words.buttonLabel === '' ? '' : SHOP }
}

export const TEMPLATE_WORDS: Record<TemplateId, Template['words']> = {
  sale: {
    en: {
      name: 'Weekend sale',
      purpose: 'Two days, one number, one button.',
      letter: letter({
        subject: 'This weekend: 20% off everything',
        preheader: 'Saturday and Sunday only, in the shop and online.',
        banner: '20% off',
        heading: 'A weekend for things you had your eye on',
        body: 'Hello {name},\n\nOn Saturday and Sunday everything in the shop is 20% off. No code, no small print: the price at the till is the price.\n\nWe open at ten. The kettle is on.',
        buttonLabel: 'See what is in',
      }),
    },
    ja: {
      name: '週末セール',
      purpose: '2日間の割引を、数字ひとつで伝えます。',
      letter: letter({
        subject: '今週末は全品20%オフ',
        preheader: '土曜・日曜の2日間、店頭でもオンラインでも。',
        banner: '20%オフ',
        heading: '気になっていたものを、この週末に',
        body: '{name} 様\n\nいつもご利用ありがとうございます。今週の土曜・日曜は、店内すべての商品が20%オフになります。クーポンは必要ありません。\n\n朝10時に開店します。皆さまのお越しをお待ちしております。',
        buttonLabel: '商品を見る',
      }),
    },
  },
  newsletter: {
    en: {
      name: 'Newsletter',
      purpose: 'What happened, what is coming, in one page.',
      letter: letter({
        subject: 'What we have been up to this month',
        preheader: 'Three short stories and a date for your diary.',
        banner: 'The monthly letter',
        heading: 'A new bench, a small prize, and longer evenings',
        body: 'Hello {name},\n\nThe workshop has a new bench, and with it room for two more people to learn the trade. Come and look over their shoulders on Thursdays.\n\nOur linen notebook won a small prize this month. We are quietly proud.\n\nFrom next week we stay open until eight on Fridays.',
        buttonLabel: 'Read the whole letter',
      }),
    },
    ja: {
      name: 'ニュースレター',
      purpose: '最近の出来事とこれからを、1通にまとめます。',
      letter: letter({
        subject: '今月のお便り',
        preheader: '小さなニュースを3つと、来月の予定をお届けします。',
        banner: '今月のお便り',
        heading: '新しい作業台と、うれしい受賞のお知らせ',
        body: '{name} 様\n\n工房に新しい作業台が入りました。木曜日は、若い職人ふたりの手仕事を間近でご覧いただけます。\n\n今月、麻布張りのノートが小さな賞をいただきました。支えてくださる皆さまのおかげです。\n\n来週から、金曜日は夜8時まで営業いたします。',
        buttonLabel: '続きを読む',
      }),
    },
  },
  arrival: {
    en: {
      name: 'New arrival',
      purpose: 'Show one new thing, and why it is there.',
      letter: letter({
        subject: 'Just in, and still in the box',
        preheader: 'You are among the first to see it.',
        banner: 'New',
        heading: 'The autumn blend is here',
        body: 'Hello {name},\n\nIt arrived this morning: roasted slowly, with a little more cocoa than last year.\n\nThe first forty bags are for the readers of this letter.',
        buttonLabel: 'Keep one for me',
      }),
    },
    ja: {
      name: '新商品のご案内',
      purpose: '新しい一品を、理由とともに紹介します。',
      letter: letter({
        subject: '新商品が届きました',
        preheader: 'いち早くご案内いたします。',
        banner: '新入荷',
        heading: '秋のブレンドができました',
        body: '{name} 様\n\n今朝、焼きたてが届きました。じっくり焙煎し、昨年より少しカカオの香りを立たせています。\n\n最初の40袋は、このお便りをお読みの皆さまにお取り置きしています。',
        buttonLabel: '取り置きを頼む',
      }),
    },
  },
  event: {
    en: {
      name: 'Invitation',
      purpose: 'A date, a place, and an easy yes.',
      letter: letter({
        subject: 'An evening at our place',
        preheader: 'Thursday the 10th, from six. Bring a friend.',
        banner: 'Thu 10, 6 pm',
        heading: 'Come and see how it is made',
        body: 'Hello {name},\n\nWe are opening the back room for an evening: short talks, long tables, something warm to drink.\n\nThere are thirty seats. One of them is yours if you like.',
        buttonLabel: 'Save my seat',
      }),
    },
    ja: {
      name: 'イベントのご招待',
      purpose: '日時と場所を伝え、気軽に参加してもらいます。',
      letter: letter({
        subject: '夜の工房見学へのご招待',
        preheader: '10日(木)18時から。お友達とどうぞ。',
        banner: '10日(木) 18時',
        heading: 'ものづくりの現場を見に来ませんか',
        body: '{name} 様\n\n一晩だけ、普段は入れない奥の工房を開放します。短いお話と、温かい飲み物をご用意しております。\n\nお席は30名様分です。どうぞお気軽にお申し込みください。',
        buttonLabel: '席を予約する',
      }),
    },
  },
  thanks: {
    en: {
      name: 'Thank-you',
      purpose: 'After a purchase: no selling, just thanks.',
      letter: letter({
        subject: 'Thank you, {name}',
        preheader: 'A short note, and nothing to buy.',
        banner: 'Thank you',
        heading: 'It was good to have you here',
        body: 'Hello {name},\n\nThank you for choosing a small shop. It means more than a statistic to us: we know who wrapped your parcel.\n\nIf anything is not right, just answer this mail. A person reads it.',
        buttonLabel: '',
      }),
    },
    ja: {
      name: 'お礼のメール',
      purpose: 'ご購入のあとに。売り込まず、感謝だけを。',
      letter: letter({
        subject: '{name} 様、ありがとうございました',
        preheader: 'ひとことお礼をお伝えしたく、お便りしました。',
        banner: 'ありがとう',
        heading: 'お選びいただき、ありがとうございます',
        body: '{name} 様\n\nこのたびは当店をお選びいただき、誠にありがとうございました。ひとつひとつ、心を込めてお包みしました。\n\nお気づきの点がございましたら、このメールにそのままご返信ください。スタッフが必ず拝見します。',
        buttonLabel: '',
      }),
    },
  },
  note: {
    en: {
      name: 'Plain letter',
      purpose: 'A blank sheet, as if you wrote by hand.',
      letter: letter({
        subject: '',
        preheader: '',
        banner: '',
        heading: 'Hello {name},',
        body: 'Write as you would to one person.\n\nWarm regards',
        buttonLabel: '',
      }),
    },
    ja: {
      name: '白紙の手紙',
      purpose: '飾りのない便箋に、ご自分の言葉で。',
      letter: letter({
        subject: '',
        preheader: '',
        banner: '',
        heading: '{name} 様',
        body: 'いつもありがとうございます。おひとりに宛てるように書いてみてください。\n\n今後ともよろしくお願いいたします。',
        buttonLabel: '',
      }),
    },
  },
}
