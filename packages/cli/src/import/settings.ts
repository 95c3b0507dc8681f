import type { Setting } from '../command.ts'
import { DATA, KEY, STORE } from '../store-settings.ts'

export const IMPORT_SETTINGS: readonly Setting[] = [
  {
    flag: 'map',
    takes: 'FIELD=COLUMN',
    many: true,
    about: {
      en: 'Which column holds what: userId=Customer, event=Action, timestamp=Date, traits.plan=Plan, properties.amount=Sum. Columns that are named so need no mapping.',
      ja: 'どの列が何か。例: userId=顧客番号、event=操作、timestamp=日時、traits.plan=プラン、properties.amount=金額。同じ名前の列は指定不要です。',
    },
  },
  {
    flag: 'set',
    takes: 'FIELD=VALUE',
    many: true,
    about: {
      en: 'What holds for every row: event=paid, type=identify.',
      ja: 'すべての行に共通の値。例: event=paid、type=identify。',
    },
  },
  {
    flag: 'utc-offset',
    takes: 'OFFSET',
    about: {
      en: 'The time zone of times that name none: +09:00.',
      ja: 'タイムゾーンのない日時のタイムゾーン。例: +09:00。',
    },
  },
  {
    flag: 'encoding',
    takes: 'NAME',
    otherwise: {
      en: 'UTF-8 or Shift_JIS, told from the file',
      ja: 'ファイルから判定（UTF-8 か Shift_JIS）',
    },
    about: { en: 'The encoding of the file.', ja: 'ファイルの文字コード。' },
  },
  {
    flag: 'form',
    takes: 'FORM',
    otherwise: { en: 'by the name of the file', ja: 'ファイル名から判定' },
    about: {
      en: 'csv, or jsonl with one object a line.',
      ja: 'csv、または 1 行 1 オブジェクトの jsonl。',
    },
  },
  {
    flag: 'journey',
    takes: 'FILE',
    about: {
      en: 'Finds the wins that these events reached in the past, by the rules of this journey, and imports them, too.',
      ja: 'このジャーニーの条件で、過去に達成していた成果を調べて、一緒に取り込みます。',
    },
  },
  {
    flag: 'yes',
    about: {
      en: 'Does it. Without it, says only what would be imported.',
      ja: '実際に取り込みます。付けなければ内容を示すだけです。',
    },
  },
  DATA,
  STORE,
  KEY,
]
