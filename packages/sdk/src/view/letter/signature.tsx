import type { Confirmation } from '@firstwin/schema'
import type { VNode } from 'preact'
import { checkMedia } from '../../link.ts'
import type { Ui } from '../part.ts'

interface SignatureProps {
  by: Confirmation['signedBy']
  ui: Ui
}

/** Who signs: the handwriting (a picture, or the name in script with a flourish), face, name, role. */
export function Signature({ by, ui }: SignatureProps): VNode {
  const name = ui.say.plain(by.name)
  const portrait = checkMedia(by.portrait)
  const signature = checkMedia(by.signature)
  return (
    <div class="signature">
      {signature ? (
        <img
          class="handwriting"
          // Before the address: WebKit fetches when it hears that.
          referrerpolicy="no-referrer"
          loading="lazy"
          src={signature}
          alt=""
        />
      ) : (
        <span class="handwriting" aria-hidden="true">
          {name}
          <svg class="flourish" viewBox="0 0 160 14" preserveAspectRatio="none">
            <path d="M2 9C38 3 92 2 156 4 118 6 74 8 60 12c22-3 46-4 70-3" />
          </svg>
        </span>
      )}
      <div class="signer">
        {portrait ? (
          <img class="portrait" referrerpolicy="no-referrer" loading="lazy" src={portrait} alt="" />
        ) : (
          <span class="portrait" aria-hidden="true">
            {initials(name)}
          </span>
        )}
        <div>
          <div class="signer-name">{name}</div>
          {by.role && <div class="small">{ui.say.plain(by.role)}</div>}
        </div>
      </div>
    </div>
  )
}

/** The first letters of the first and the last name; of a name without spaces, its first character. */
function initials(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean)
  const ends = parts.length > 1 ? [parts.at(0), parts.at(-1)] : [parts.at(0)]
  return ends.map((part) => String.fromCodePoint(part?.codePointAt(0) ?? 32).toUpperCase()).join('')
}
