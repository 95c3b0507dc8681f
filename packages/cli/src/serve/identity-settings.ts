import type { Setting } from '../command.ts'

/** How users prove who they are. */
export const IDENTITY_SETTINGS: readonly Setting[] = [
  {
    flag: 'identity',
    env: 'FIRSTWIN_IDENTITY',
    takes: 'MODE',
    otherwise: {
      en: 'enforce with a secret or public key, else off',
      ja: '秘密鍵か公開鍵があれば enforce、なければ off',
    },
    about: {
      en: 'What becomes of events without a valid token of their user: off, observe (kept and counted) or enforce (refused).',
      ja: '利用者の有効なトークンがないイベントの扱い。off、observe（受け取って数える）、enforce（拒否する）。',
    },
  },
  {
    flag: 'identity-secret-file',
    env: 'FIRSTWIN_IDENTITY_SECRET_FILE',
    takes: 'FILE',
    many: true,
    about: {
      en: 'A file with the secret that your server signs tokens with (HS256). Two while one takes the place of the other.',
      ja: 'サーバーがトークンの署名（HS256）に使う秘密鍵のファイル。切り替え中は 2 つまで。',
    },
  },
  {
    flag: 'identity-public-key-file',
    env: 'FIRSTWIN_IDENTITY_PUBLIC_KEY_FILE',
    takes: 'FILE',
    many: true,
    about: {
      en: 'A PEM file with the Ed25519 public key that tokens are checked with (EdDSA), instead of a secret.',
      ja: '秘密鍵の代わりに、トークンの検証（EdDSA）に使う Ed25519 公開鍵の PEM ファイル。',
    },
  },
  {
    flag: 'identity-audience',
    env: 'FIRSTWIN_IDENTITY_AUDIENCE',
    takes: 'NAME',
    about: {
      en: 'What the tokens must be made for (aud).',
      ja: 'トークンの宛先（aud）として必要な名前。',
    },
  },
]
