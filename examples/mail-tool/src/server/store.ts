import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Campaign } from '../model/campaign.ts'
import type { ContactList } from '../model/contact-list.ts'
import type { InboxMail } from '../model/inbox-mail.ts'
import type { Company, User } from '../model/user.ts'

/** Everything that the example keeps. */
export interface State {
  format: 1
  users: User[]
  companies: Company[]
  campaigns: Campaign[]
  lists: ContactList[]
  /** User id by session token. */
  sessions: Record<string, string>
  /** The newest first. */
  inbox: StoredMail[]
  /** How far the demo clock had been moved, in milliseconds. */
  clockOffsetMs: number
}

export interface StoredMail extends InboxMail {
  html: string
}

export interface Store {
  /** Changed in place; call `save` afterwards. */
  state: State
  /** Resolves once all changes made until now are on disk. */
  save: () => Promise<void>
}

const FILE = 'mail-tool.json'

/**
 * Reads the state in `directory`, which is made if it is not there.
 * @throws If the directory cannot be written, or the file in it is damaged.
 */
export async function openStore(directory: string): Promise<Store> {
  const path = join(directory, FILE)
  await mkdir(directory, { recursive: true }).catch((error: unknown) => {
    throw new Error(`Cannot write to ${directory}. Choose a folder that you may write to.`, {
      cause: error,
    })
  })
  const state = await readState(path)
  return { state, save: savesTo(path, state) }
}

async function readState(path: string): Promise<State> {
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) return emptyState()
  const value: unknown = parsed(text)
  if (isState(value)) return value
  throw new Error(`${path} is damaged or of another version. Delete it to start afresh.`)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The file is our own: its format number stands for the rest. */
function isState(value: unknown): value is State {
  return typeof value === 'object' && value !== null && 'format' in value && value.format === 1
}

function emptyState(): State {
  return {
    format: 1,
    users: [],
    companies: [],
    campaigns: [],
    lists: [],
    sessions: {},
    inbox: [],
    clockOffsetMs: 0,
  }
}

/** One write at a time, each of a whole file that then takes the old one's place. */
function savesTo(path: string, state: State): () => Promise<void> {
  let last: Promise<void> = Promise.resolve()
  let waiting: Promise<void> | undefined

  async function write(): Promise<void> {
    await last.catch(() => undefined)
    waiting = undefined
    await writeFile(`${path}.new`, JSON.stringify(state))
    await rename(`${path}.new`, path)
  }

  return () => {
    if (!waiting) {
      waiting = write()
      last = waiting
    }
    return waiting
  }
}
