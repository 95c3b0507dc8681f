import { useEffect, useRef, useState } from 'preact/hooks'
import type { Campaign } from '../../model/campaign.ts'
import type { Letter } from '../../model/letter.ts'
import { useApp } from '../app-context.ts'
import type { Product } from '../product.ts'

export interface Draft {
  letter: Letter
  listIds: readonly string[]
  sendHour: number
}

export interface DraftEditor {
  draft: Draft
  edit: (change: Partial<Draft>) => void
  saved: 'saved' | 'saving' | 'failed'
  /** Counts the saves, so that what shows the saved mail knows when to look again. */
  version: number
  /** Resolves once all that was typed is saved; with false if that failed. */
  flush: () => Promise<boolean>
}

const SAVE_AFTER_MS = 500

/** What is being written, saved shortly after the last key. */
export function useDraft(campaign: Campaign): DraftEditor {
  const { product } = useApp()
  const [draft, setDraft] = useState<Draft>(() => draftOf(campaign))
  const [saved, setSaved] = useState<DraftEditor['saved']>('saved')
  const [version, setVersion] = useState(0)
  const [saver] = useState(() => createSaver(product, campaign.id))
  const latest = useRef(draft)

  useEffect(() => {
    saver.onSaved = (ok) => {
      setSaved(ok ? 'saved' : 'failed')
      setVersion((last) => last + 1)
    }
    return () => {
      saver.onSaved = () => undefined
      void saver.flush()
    }
  }, [saver])

  function edit(change: Partial<Draft>): void {
    latest.current = { ...latest.current, ...change }
    setDraft(latest.current)
    setSaved('saving')
    saver.save(latest.current)
  }

  return { draft, edit, saved, version, flush: saver.flush }
}

function draftOf({ letter, listIds, sendHour }: Campaign): Draft {
  return { letter, listIds, sendHour }
}

interface Saver {
  save: (draft: Draft) => void
  flush: () => Promise<boolean>
  onSaved: (ok: boolean) => void
}

function createSaver(product: Product, id: string): Saver {
  let waiting: Draft | undefined
  let timer = 0
  let last: Promise<boolean> = Promise.resolve(true)

  async function store(draft: Draft, before: Promise<boolean>): Promise<boolean> {
    await before
    const { ok } = await product.change(id, draft)
    saver.onSaved(ok)
    return ok
  }

  const saver: Saver = {
    onSaved: () => undefined,
    save(draft) {
      waiting = draft
      clearTimeout(timer)
      timer = window.setTimeout(() => void saver.flush(), SAVE_AFTER_MS)
    },
    flush() {
      clearTimeout(timer)
      if (waiting) last = store(waiting, last)
      waiting = undefined
      return last
    },
  }
  return saver
}
