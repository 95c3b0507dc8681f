import type { Condition } from '@firstwin/schema'
import { toAmount, toTargetText, toText } from '../to-text.ts'
import type { InspectWords } from './inspect-words.ts'

const FAILS: Readonly<Record<string, string>> = {
  win: '目標の成果はすでに達成されています',
  start: '開始条件を満たしていません',
  when: '表示条件を満たしていません',
  target: '対象がこのページに見当たりません',
  checklist: 'チェックリストが閉じています',
  reached: 'まだ達成されていません',
  celebrate: 'お祝いが設定されていません',
  recent: '達成から1日以上たっています',
  seen: 'すでに表示されました',
  dialog: 'ページのダイアログが開いています',
  requested: '求められたときだけ表示されます',
  questions: 'すべての質問に回答済みです',
  waiting: '進行中のガイドが対象を待っています',
  busy: 'ユーザーが作業中です',
  cap: 'このセッションの割り込み上限に達しました',
  gap: '前回からの間隔がまだ足りません',
  place: 'ほかのものが表示されています',
  first: '別のパスが優先されています',
}

const NEEDS: Readonly<Record<string, string>> = {
  win: '目標の成果が未達成',
  start: '次の条件で自動的に開始',
  when: '次の条件で表示',
  target: '対象が見えている',
  first: '最初に該当するパスである',
  checklist: 'チェックリストが開いている',
  reached: '次の条件で達成',
  celebrate: 'お祝いが設定されている',
  recent: '達成から1日以内',
  seen: 'まだ表示されていない',
  dialog: 'ページのダイアログが開いていない',
  requested: '求められている',
  questions: '未回答の質問がある',
  waiting: '対象を待つガイドがない',
  busy: 'ユーザーが作業中でない',
  place: 'ほかに表示中のものがない',
}

export const inspectJa: InspectWords = {
  lang: 'ja',
  title: 'Firstwin インスペクター',
  open: 'Firstwin インスペクターを開く',
  close: 'インスペクターを閉じる',
  fold: 'インスペクターを折りたたむ',
  side: '反対側へ移動',
  sections: 'セクション',
  tabs: { path: 'パス', why: '表示の理由', signals: 'シグナル', user: 'ユーザー', act: '操作' },
  verdicts: { shown: '表示中', waiting: '待機中', not: '非表示' },
  onScreen: '画面上',
  nothing: 'なし',
  none: 'なし',
  yes: 'はい',
  no: 'いいえ',
  passed: '満たしています:',
  failed: '満たしていません:',
  neutral: '該当しません:',
  now: '現在',
  waits: (step, target, route) =>
    `${step} は進行中ですが、${target ? `${target} がこのページに見当たらないため` : '今は表示できないため'}待機しています。${route && `このステップは ${route} のものです。`}`,
  moved: (by) => `時計を ${by} 進めています`,
  realTime: '実際の時刻に戻す',
  marked: 'ここで操作したため、インスペクターを閉じるまで、このタブの記録には印が付きます。',

  path: 'パス',
  noPath: 'このユーザーに該当するパスはありません。',
  progress: (done, of) => `${of}件中${done}件完了`,
  task: { done: '完了', next: '次', closed: '前のタスクの後' },
  wins: '成果',
  reachedAfter: (time, duration) => `${time}${duration && `(開始から${duration})`}`,
  missing: '必要な条件',

  filter: '名前・種類・理由で絞り込む',
  noMatch: '該当するものはありません。',
  kinds: {
    path: 'チェックリスト',
    win: 'お祝い',
    guide: 'ガイド',
    setup: 'セットアップ',
    message: 'メッセージ',
    survey: 'アンケート',
  },
  fails: ({ check, wanted, found }) => {
    if (check === 'audience') return `対象者「${toText(wanted)}」だけに表示されます`
    if (check === 'start' && found === 'on-request') return '求められたときだけ開始されます'
    if (check === 'first' && found === undefined) return 'このユーザーに該当するパスがありません'
    return FAILS[check] ?? `${check} を満たしていません`
  },
  needs: ({ check, wanted }) => {
    if (check === 'audience') {
      return wanted === 'everybody' ? '全員が対象' : `対象者「${toText(wanted)}」`
    }
    if (check === 'cap') return `このセッションの割り込みが${toAmount(wanted)}回未満`
    if (check === 'gap') return `前回から ${toAmount(wanted)} 以上経過`
    if (check === 'target' && typeof wanted === 'string') return NEEDS['dialog'] ?? ''
    return NEEDS[check] ?? `${check}:${toText(wanted)}`
  },
  condition: toCondition,

  pause: '一時停止',
  resume: '再開',
  clear: '消去',
  noSignals: 'まだ何も届いていません。ページを操作すると、シグナルがここに表示されます。',
  changedNothing: '変化なし',
  leftScreen: '画面から消えました',

  user: {
    id: 'ユーザー',
    account: 'アカウント',
    locale: 'ロケール',
    route: 'ルート',
    consent: '同意',
    busy: '作業中',
    firstSeen: '初回訪問',
  },
  visitor: '訪問者(identify() が呼ばれていません)',
  granted: 'あり(この端末に保存されます)',
  notGranted: 'なし(メモリー内だけに保持されます)',
  traits: '属性',
  pressure: '割り込み',
  interruptions: 'このセッション',
  gap: '間隔',
  quietSince: '最後に閉じた時刻',

  clock: '時計',
  clockNote: '条件の判定に使う時刻を進めます。記録には実際の時刻が残ります。',
  nextChange: (inTime) => (inTime === undefined ? '次の変化はありません' : `次の変化:${inTime}`),
  begin: '始める',
  steps: 'ステップ',
  jump: '移動',
  tasks: 'タスク',
  device: 'この端末',
  reset: 'このユーザーの進み具合を消去',
  sure: 'このユーザーの操作と成果の記録を、この端末から消去します。よろしいですか?',
  sureYes: '消去する',
  cancel: 'キャンセル',
  wasReset: '消去しました。最初からやり直せます。',
  copy: 'すべてを JSON でコピー',
  copied: 'コピーしました。ユーザーの ID と属性が含まれます。共有の前にご確認ください。',
  notCopied: 'コピーできませんでした。下のテキストを選択してコピーしてください。',
}

function toCondition(condition: Condition): string {
  if ('all' in condition) return '次のすべてを満たす'
  if ('any' in condition) return '次のいずれかを満たす'
  if ('not' in condition) return '次を満たさない'
  if ('trait' in condition) {
    const { trait, is, in: some, exists, atLeast, atMost } = condition
    const parts = [
      is !== undefined && `${toText(is)} である`,
      some && `${toText(some)} のいずれかである`,
      exists !== undefined && (exists ? '存在する' : '存在しない'),
      atLeast !== undefined && `${atLeast} 以上である`,
      atMost !== undefined && `${atMost} 以下である`,
    ]
    return `属性 ${trait} が ${parts.filter(Boolean).join('、')}`
  }
  if ('event' in condition) {
    const { event, atLeast = 1, within } = condition
    return `${within ? `${within} 以内に ` : ''}${event} が ${atLeast} 回以上発生`
  }
  if ('win' in condition) {
    const is = condition.reached === false ? '未達成' : '達成済み'
    return `成果 ${condition.win} が${is}${toAge(condition)}`
  }
  if ('guide' in condition) return `ガイド ${condition.guide} が ${condition.is ?? 'completed'}`
  if ('route' in condition) return `ページが ${condition.route}`
  if ('target' in condition) return `${toTargetText(condition.target)} が見えている`
  if ('since' in condition) {
    const { since } = condition
    const from = typeof since === 'object' ? `属性 ${since.trait}` : since
    return `${from} を過ぎている${toAge(condition)}`
  }
  if ('every' in condition) {
    const { every, on } = condition
    return `今日が属性 ${on.trait} の毎${every === 'year' ? '年' : '月'}の該当日`
  }
  return `対象者「${condition.audience}」に含まれる`
}

function toAge({ moreThan, lessThan }: Age): string {
  const parts = [moreThan && `${moreThan} より長い`, lessThan && `${lessThan} 未満`]
  const age = parts.filter(Boolean).join('、')
  return age && `(経過:${age})`
}

interface Age {
  moreThan?: string | undefined
  lessThan?: string | undefined
}
