import type { Language } from '../words.ts'

export interface Start {
  readonly version: string
  /** Where it listens. */
  readonly url: string
  /** How browsers reach it. */
  readonly publicUrl: string
  readonly folder: string
  readonly writeKey: string
  /** The file with the read key, if it is one of ours. Never the key itself. */
  readonly readKeyFile: string | undefined
  /** The file of the script tag: its path and its hash; `undefined` if it is not handed out here. */
  readonly script: { readonly path: string; readonly integrity: string } | undefined
  /** The path of the first journey; `undefined` if none was given. */
  readonly journeyPath: string | undefined
  readonly anyOrigin: boolean
}

/** What a new operator needs: that it runs, the script tag to paste, where the results are. */
export function firstWords(start: Start, language: Language): string {
  const { version, url, publicUrl, folder, readKeyFile } = start
  const say = WORDS[language]
  return [
    say.listening(version, url),
    '',
    `  ${say.results}  ${publicUrl}`,
    ...(readKeyFile === undefined ? [] : [`  ${say.readKey}  cat ${readKeyFile}`]),
    `  ${say.data}  ${folder}`,
    '',
    say.paste,
    '',
    scriptTag(start),
    '',
    ...(start.script === undefined ? [say.noScript] : []),
    ...(start.journeyPath === undefined ? [say.noJourney] : []),
    ...(start.anyOrigin ? [say.anyOrigin] : []),
    say.stop,
  ].join('\n')
}

const NO_SCRIPT = 'https://cdn.example.com/firstwin.js'
const NO_JOURNEY = '/onboarding.journey.json'

/** The tag as it is pasted into a page. Keys and addresses are ours or were checked. */
export function scriptTag({ publicUrl, script, journeyPath, writeKey }: Start): string {
  const src = script === undefined ? NO_SCRIPT : publicUrl + script.path
  const journey = journeyPath === undefined ? NO_JOURNEY : publicUrl + journeyPath
  const attributes = [
    ['src', src],
    // Browsers compare the file with the hash only if they may read it.
    ...(script === undefined
      ? []
      : [
          ['integrity', script.integrity],
          ['crossorigin', 'anonymous'],
        ]),
    ['data-journey', journey],
    ['data-endpoint', `${publicUrl}/v1/batch`],
    ['data-key', writeKey],
  ]
  const lines = attributes.map(([name = '', value = '']) => `${name}="${escapeAttribute(value)}"`)
  return ['<script', ...['async', ...lines].map((line) => `  ${line}`), '></script>'].join('\n')
}

function escapeAttribute(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}

const WORDS = {
  en: {
    listening: (version: string, url: string) => `Firstwin ${version} listens on ${url}`,
    results: 'Results  ',
    readKey: 'Read key ',
    data: 'Data     ',
    paste: 'Put this into your pages:',
    noScript:
      'Put firstwin.js where src says, or start it with `npx firstwin serve`: then it is handed out here.',
    noJourney: 'data-journey is your journey file. With --journey FILE it is handed out here.',
    anyOrigin: 'Any page may send with this key. Name yours: --origin https://app.example.com',
    stop: 'Stop with Ctrl+C.',
  },
  ja: {
    listening: (version: string, url: string) => `Firstwin ${version} が ${url} で待ち受けています`,
    results: '結果の画面     ',
    readKey: '閲覧キーの確認 ',
    data: 'データの保存先 ',
    paste: 'このタグをページに入れてください:',
    noScript:
      'src の場所に firstwin.js を置くか、`npx firstwin serve` で起動してください（ここから配信されます）。',
    noJourney:
      'data-journey にはジャーニーのファイルを指定します。--journey ファイル を付けると、ここから配信されます。',
    anyOrigin:
      '今はどのページからもこのキーで送信できます。限定するには: --origin https://app.example.com',
    stop: 'Ctrl+C で終了します。',
  },
} as const
