import { defineWords } from '../client/words.ts'

export const inboxWords = defineWords(
  {
    title: 'Inbox',
    note: 'The mailbox of this demo. Whatever is sent, to whomever, arrives here.',
    mails: 'Mails',
    unread: 'Unread:',
    to: 'To',
    pick: 'Pick a mail to read it.',
    back: 'Back to the list',
    mail: (subject: string) => `Mail: ${subject}`,
    emptyTitle: 'No mail yet',
    emptyBody: 'Send a letter in the product, and it arrives here within a second.',
  },
  {
    title: '受信箱',
    note: 'このデモ専用の受信箱です。どの宛先に送ったメールもここに届きます。',
    mails: 'メール',
    unread: '未読:',
    to: '宛先',
    pick: 'メールを選ぶと、ここに表示されます。',
    back: '一覧に戻る',
    mail: (subject: string) => `メール:${subject}`,
    emptyTitle: 'メールはまだありません',
    emptyBody: '製品からメールを送信すると、すぐにここに届きます。',
  },
)
