export type Locale = 'en' | 'ja'

/** What a user reads and hears on the way, as the journey, Firstwin and the example write it. */
const en = {
  // The example.
  preview: 'Preview',
  previewTitle: 'The mail as it will arrive',
  closePreview: 'Back to the draft',
  subject: 'Subject',
  send: 'Send',
  sendNow: 'Send now',
  closePicker: 'Add recipients',
  sent: 'This letter is on its way',
  // The journey.
  letter: 'You made a good choice',
  path: 'Send your first mail',
  pickTemplate: 'Pick a template',
  openPreview: 'See it as your customer will',
  sendIt: 'Send it',
  setup: 'Start from something that works',
  previewStep: 'Click here next',
  subjectStep: 'Give it a subject',
  recipientsStep: 'Choose who gets it',
  sendStep: 'Send it',
  previewWin: 'You saw how it works',
  praise: 'Congratulations, Aoi!',
  reportsStep: 'Opens appear here',
  // Firstwin.
  gettingStarted: 'Getting started',
  progress: (done: number) => `${done} of 3 done`,
  begin: 'Show me',
  apply: 'Use these settings',
  close: 'Close',
}

const ja: typeof en = {
  preview: 'プレビュー',
  previewTitle: '実際に届くメール',
  closePreview: '下書きに戻る',
  subject: '件名',
  send: '送信する',
  sendNow: '今すぐ送信',
  closePicker: 'Add recipients',
  sent: 'メールを送信しました',
  letter: 'あなたの選択は正しかった',
  path: '最初の一通を送る',
  pickTemplate: 'テンプレートを選ぶ',
  openPreview: 'お客様の目線で見る',
  sendIt: '送信する',
  setup: 'うまくいく形から始める',
  previewStep: '次はこちらをクリック',
  subjectStep: '件名をつける',
  recipientsStep: '送り先を選ぶ',
  sendStep: '送信する',
  previewWin: '「こう動くのか!」',
  praise: 'おめでとうございます!第一歩を踏み出しました',
  reportsStep: '開封はここに表示されます',
  gettingStarted: 'はじめてガイド',
  progress: (done) => `3件中${done}件完了`,
  begin: 'やってみる',
  apply: 'この内容で設定する',
  close: '閉じる',
}

export const WORDS: Record<Locale, typeof en> = { en, ja }
