import { describe, expect, it } from 'vitest'
import { readDesk } from './desk.ts'
import { toDuration } from './to-time.ts'
import { toPlain, toShownText, toTargetText } from './to-text.ts'

describe('what the inspector writes', () => {
  it.each([
    [{ en: 'Send', ja: '送信' }, 'ja-JP', '送信'],
    [{ en: 'Send' }, 'fr', 'Send'],
    [
      [
        {
          type: 'paragraph',
          content: [{ type: 'strong', content: [{ type: 'text', text: 'Go' }] }],
        },
      ],
      'en',
      'Go',
    ],
    [undefined, 'en', ''],
  ])('is the words of %j in %s', (text, locale, words) => {
    expect(toPlain(text as never, locale)).toBe(words)
  })

  it.each([
    [{ id: 'send' }, 'data-firstwin="send"'],
    [{ role: 'button', name: 'Add' }, 'button "Add"'],
    [{ css: '.row', text: 'Draft' }, '.row "Draft"'],
  ])('names the target %j', (target, text) => {
    expect(toTargetText(target)).toBe(text)
  })

  it('names what is on screen by its kind and ids', () => {
    expect(toShownText({ kind: 'step', guide: 'g', step: 's' })).toBe('step g/s')
    expect(toShownText({ kind: 'checklist', praise: undefined })).toBe('checklist')
    expect(toShownText(undefined)).toBe('')
  })

  it.each([
    [0, '0 sec'],
    [90_000, '1 min 30 sec'],
    [7 * 86_400_000, '7 days'],
    [3_605_000, '1 hr 5 sec'],
  ])('gives %d ms in its two largest units that are not zero', (ms, words) => {
    expect(toDuration(ms, 'en')).toBe(words)
  })
})

describe('how the inspector stands', () => {
  it('is as at first where what was kept makes no sense', () => {
    const first = readDesk(undefined)
    for (const text of ['', '{', 'null', '[]', '{"tab":"x","side":1,"movedMs":-5}']) {
      expect(readDesk(text)).toEqual(first)
    }
  })

  it('is as it was kept', () => {
    const desk = {
      isOpen: true,
      tab: 'why',
      side: 'end',
      isFolded: true,
      movedMs: 5,
      hasActed: true,
    }
    expect(readDesk(JSON.stringify(desk))).toEqual(desk)
  })
})
