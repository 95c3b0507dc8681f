import type { Setting } from './command.ts'

/** What every command needs that opens the store: where it is, and of which product. */
export const DATA: Setting = {
  flag: 'data',
  env: 'FIRSTWIN_DATA',
  takes: 'FOLDER',
  otherwise: './firstwin-data',
  about: {
    en: 'Where the events and the keys are kept.',
    ja: 'イベントとキーを保存するフォルダー。',
  },
}

export const STORE: Setting = {
  flag: 'store',
  env: 'FIRSTWIN_STORE',
  takes: 'URL',
  otherwise: 'sqlite:FOLDER/events.sqlite',
  about: {
    en: 'The store: sqlite:FILE, or clickhouse://USER:PASSWORD@HOST:8123/DATABASE. Give a password in the variable: flags are seen by every user of the machine.',
    ja: '保存先。sqlite:ファイル、または clickhouse://ユーザー:パスワード@ホスト:8123/データベース。フラグはほかの利用者からも見えるため、パスワードは環境変数で渡してください。',
  },
}

export const KEY: Setting = {
  flag: 'key',
  env: 'FIRSTWIN_KEY',
  takes: 'KEY',
  otherwise: { en: 'the one kept in FOLDER/write-key', ja: 'FOLDER/write-key に保存したもの' },
  about: {
    en: 'The write key of the product. Public: it stands in your pages.',
    ja: '製品の書き込みキー。ページに書かれる公開の値です。',
  },
}
