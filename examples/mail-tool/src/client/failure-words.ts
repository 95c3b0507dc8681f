import { defineWords } from './words.ts'

const words = defineWords(
  {
    missing: 'Please fill this in.',
    'mail-wrong': 'This does not look like a mail address, such as name@example.com.',
    'mail-known': 'Somebody has signed up with this address. Sign in with it instead.',
    'mail-unknown': 'Nobody has signed up with this address yet.',
    'contact-known': 'This address is on the list already.',
    'no-subject': 'Give the letter a subject first.',
    'no-recipients': 'Choose who gets it first.',
    'already-sent': 'This letter has been sent already.',
    'mail-server': 'The mail server did not take it. Nothing is lost: try again in a moment.',
    offline: 'The server cannot be reached. Check the connection and try again.',
    other: 'That did not work. Reload the page and try again.',
  },
  {
    missing: 'ご入力ください。',
    'mail-wrong': 'メールアドレスの形式をご確認ください(例:name@example.com)。',
    'mail-known': 'このアドレスは登録済みです。サインインしてください。',
    'mail-unknown': 'このアドレスはまだ登録されていません。',
    'contact-known': 'このアドレスはすでに登録されています。',
    'no-subject': '先に件名を入力してください。',
    'no-recipients': '先に送り先を選んでください。',
    'already-sent': 'このメールは送信済みです。',
    'mail-server':
      '送信サーバーに接続できませんでした。内容は保存されています。少し待ってからお試しください。',
    offline: 'サーバーに接続できません。通信環境をご確認のうえ、もう一度お試しください。',
    other: 'うまくいきませんでした。ページを再読み込みしてください。',
  },
)

/** What went wrong and what to do, for a failure's code. */
export function failureWords(code: string, locale: keyof typeof words): string {
  const found: Readonly<Record<string, string>> = words[locale]
  return found[code] ?? words[locale].other
}
