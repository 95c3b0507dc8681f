import type { Setting } from '../command.ts'
import { DATA, KEY, STORE } from '../store-settings.ts'
import { IDENTITY_SETTINGS } from './identity-settings.ts'

/** Everything that `firstwin serve` can be told, in the order of its help and of docs/collector.md. */
export const SERVE_SETTINGS: readonly Setting[] = [
  {
    flag: 'port',
    env: 'FIRSTWIN_PORT',
    takes: 'PORT',
    otherwise: '4180',
    about: {
      en: 'The port to listen on. 0 takes a free one.',
      ja: '待ち受けるポート。0 なら空いているもの。',
    },
  },
  {
    flag: 'host',
    env: 'FIRSTWIN_HOST',
    takes: 'ADDRESS',
    otherwise: '127.0.0.1',
    about: {
      en: 'The address to listen on. 0.0.0.0 for all: then put a proxy with TLS before it.',
      ja: '待ち受けるアドレス。すべてなら 0.0.0.0（その場合は TLS のプロキシを前に置いてください）。',
    },
  },
  {
    flag: 'public-url',
    env: 'FIRSTWIN_PUBLIC_URL',
    takes: 'URL',
    otherwise: { en: 'the address it listens on', ja: '待ち受けるアドレス' },
    about: {
      en: 'How browsers reach it, for the script tag that is printed: https://first.example.com',
      ja: 'ブラウザーから見た URL。表示するスクリプトタグに使います（例 https://first.example.com）。',
    },
  },
  DATA,
  STORE,
  {
    ...KEY,
    otherwise: {
      en: 'made at the first start, kept in FOLDER/write-key',
      ja: '最初の起動で作り、FOLDER/write-key に保存',
    },
  },
  {
    flag: 'origin',
    env: 'FIRSTWIN_ORIGIN',
    takes: 'ORIGIN',
    many: true,
    otherwise: { en: 'all', ja: 'すべて' },
    about: {
      en: 'A page that may send with the key: https://app.example.com, or https://*.example.com',
      ja: 'このキーで送信できるページ。https://app.example.com または https://*.example.com',
    },
  },
  {
    flag: 'products',
    env: 'FIRSTWIN_PRODUCTS',
    takes: 'FILE',
    about: {
      en: 'A file with several products, instead of one by key, origin, server key and identity.',
      ja: '複数の製品を書いたファイル。キー・ページ・サーバーキー・本人確認を製品ごとに指定します。',
    },
  },
  {
    flag: 'read-key-file',
    env: 'FIRSTWIN_READ_KEY_FILE',
    takes: 'FILE',
    otherwise: {
      en: 'made at the first start, kept in FOLDER/read-key',
      ja: '最初の起動で作り、FOLDER/read-key に保存',
    },
    about: {
      en: 'A file with the secret of those who read results. No other user may read it (chmod 600).',
      ja: '結果を見る人の秘密キーを入れたファイル。ほかの利用者が読めないようにします（chmod 600）。',
    },
  },
  {
    env: 'FIRSTWIN_READ_KEY',
    takes: 'KEY',
    about: {
      en: 'The same secret itself, instead of a file.',
      ja: 'ファイルの代わりに、秘密キーそのもの。',
    },
  },
  {
    flag: 'server-key-file',
    env: 'FIRSTWIN_SERVER_KEY_FILE',
    takes: 'FILE',
    otherwise: {
      en: 'made at the first start, kept in FOLDER/server-key',
      ja: '最初の起動で作り、FOLDER/server-key に保存',
    },
    about: {
      en: 'A file with the secret of your servers: their events are believed without a token, and they may export and erase users.',
      ja: '自社サーバー用の秘密キーを入れたファイル。このキーのイベントはトークンなしで受け取り、利用者の書き出しと消去もできます。',
    },
  },
  {
    env: 'FIRSTWIN_SERVER_KEY',
    takes: 'KEY',
    about: {
      en: 'The same secret itself, instead of a file.',
      ja: 'ファイルの代わりに、秘密キーそのもの。',
    },
  },
  ...IDENTITY_SETTINGS,
  {
    flag: 'journey',
    env: 'FIRSTWIN_JOURNEY',
    takes: 'FILE',
    many: true,
    about: {
      en: 'A journey file: its titles are used in the results, and pages can fetch it here.',
      ja: 'ジャーニーのファイル。結果の見出しに使い、ページへも配信します。',
    },
  },
  {
    flag: 'retention',
    env: 'FIRSTWIN_RETENTION',
    takes: 'DAYS',
    otherwise: { en: 'for ever', ja: '無期限' },
    about: {
      en: 'How long events are kept: 400d. Older ones are erased once an hour.',
      ja: 'イベントの保存期間（例 400d）。古いものは 1 時間ごとに消去します。',
    },
  },
  {
    flag: 'trust-proxy',
    env: 'FIRSTWIN_TRUST_PROXY',
    takes: 'COUNT',
    otherwise: '0',
    about: {
      en: 'How many proxies of yours stand before it and append to X-Forwarded-For: 1 for one nginx.',
      ja: '前に置いた、X-Forwarded-For に追記するプロキシの数。nginx が 1 つなら 1。',
    },
  },
  {
    flag: 'rate-per-address',
    env: 'FIRSTWIN_RATE_PER_ADDRESS',
    takes: 'RATE',
    otherwise: '200:2000',
    about: {
      en: 'Requests a second from one address, and how many at once after a rest (left out: ten seconds’ worth). An office shares one address. With the server key there is no such limit.',
      ja: '1 つの IP アドレスから受け付ける毎秒のリクエスト数と、しばらく空いたあと一度に受け付ける数（省略時は 10 秒分）。同じ事業所の利用者は 1 つに数えます。サーバーキーにはこの上限がありません。',
    },
  },
  {
    flag: 'rate-per-key',
    env: 'FIRSTWIN_RATE_PER_KEY',
    takes: 'RATE',
    otherwise: '5000:10000',
    about: {
      en: 'The same for all requests with one key, from wherever they come (left out: two seconds’ worth).',
      ja: '1 つのキーで送られるすべてのリクエストについて、同じ上限（省略時は 2 秒分）。',
    },
  },
  {
    flag: 'drain',
    env: 'FIRSTWIN_DRAIN',
    takes: 'SECONDS',
    otherwise: '0',
    about: {
      en: 'How long, when told to stop, it says so at /readyz before it stops: as long as your load balancer takes to notice.',
      ja: '停止の指示から実際に止まるまで、/readyz で停止中と知らせる秒数。ロードバランサーが気づくまでの時間にします。',
    },
  },
  {
    flag: 'log',
    env: 'FIRSTWIN_LOG',
    takes: 'FORM',
    otherwise: 'text',
    about: {
      en: 'The form of the log: text, or json with one object a line.',
      ja: 'ログの形式。text、または 1 行 1 オブジェクトの json。',
    },
  },
]
