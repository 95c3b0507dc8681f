import type { HostPage } from '../hostile/host-page.ts'
import type { Stage } from './stage.ts'

/** One expectation, checked by the same code for every library. */
export interface Case {
  /** The pain it is about, or what was measured besides. */
  id: string
  /** What is expected. */
  name: string
  /** @default the ordinary page of `BODY` */
  host?: HostPage
  /** What the steps say. @default a short sentence */
  text?: string
  /** What the steps point at. @default '#target' */
  css?: string
  /** The same as an expression, for libraries that have no selector for it. */
  element?: string
  /** The language of the texts. @default 'en' */
  locale?: string
  window?: { width: number; height: number }
  reducedMotion?: 'reduce'
  /** Said below the table: documented options, and where the libraries are given different things. */
  note?: string
  check: (stage: Stage) => Promise<void>
}

export const TARGET = '<button type="button" id="target">Send</button>'

export const LINK = '<p><a id="link" href="#link">All mails</a></p>'

export const BODY = `<main><h1>Mails</h1>${LINK}
<p><button type="button" id="show">Show me</button></p>
<form id="form"><label>Subject <input name="subject" id="subject"></label></form>
<p id="place">${TARGET}</p></main>`

/** Margins as files, for hosts whose policy forbids them elsewhere. */
export const CSS = '#place { margin: 160px 0 160px 320px }'
