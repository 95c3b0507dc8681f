import type { Target } from '@firstwin/schema'
import { afterEach, describe, expect, it } from 'vitest'
import { fetchDeep, findTarget } from './find-target.ts'

await fetchDeep()

afterEach(() => document.body.replaceChildren())

function show(html: string): void {
  document.body.innerHTML = html
}

/** The `data-is` of what is found. */
function found(target: Target): string | null | undefined {
  return findTarget(target)?.getAttribute('data-is')
}

describe('findTarget', () => {
  it('finds what the host has marked, whatever is in the id', () => {
    show('<i data-firstwin="a&quot;]b" data-is="x">a</i>')
    expect(found({ id: 'a"]b' })).toBe('x')
    expect(found({ id: 'a' })).toBeUndefined()
  })

  it.each([
    ['display', '<b hidden data-firstwin="a">1</b>'],
    ['visibility', '<b style="visibility:hidden" data-firstwin="a">1</b>'],
    ['a hidden parent', '<p style="display:none"><b data-firstwin="a">1</b></p>'],
    ['no size', '<b style="display:block;height:0;overflow:hidden" data-firstwin="a">1</b>'],
  ])('passes by the twin that is hidden by %s', (_by, html) => {
    show(`${html}<b data-firstwin="a" data-is="x">2</b>`)
    expect(found({ id: 'a' })).toBe('x')
  })

  it('takes the match that holds the text, or the n-th one of the visible', () => {
    show(`<ul><li>One</li><li hidden>Two</li><li data-is="two">  TWO
      more</li><li data-is="three">Three</li></ul>`)
    expect(found({ css: 'li', text: 'two  more' })).toBe('two')
    expect(found({ css: 'li', nth: 2 })).toBe('three')
    expect(found({ css: 'li', nth: 3 })).toBeUndefined()
  })

  it.each([
    [
      'button',
      'Add recipients',
      '<button data-is="x"><i aria-hidden="true">＋</i> Add recipients</button>',
    ],
    ['button', 'add RECIPIENTS', '<button data-is="x">Add\n  recipients</button>'],
    ['button', 'Send', '<input type="submit" value="Send" data-is="x">'],
    ['button', 'Close', '<button aria-label="Close" data-is="x">×</button>'],
    ['button', 'Close', '<div role="button" tabindex="0" data-is="x">Close</div>'],
    ['button', 'Report', '<button data-is="x"><b>Re</b>port</button>'],
    ['button', 'Save all', '<button data-is="x"><div>Save</div><div>all</div></button>'],
    ['button', 'Save', '<button data-is="x">Save<span style="display:none"> as</span></button>'],
    ['button', 'Search', '<button data-is="x"><img alt="Search" width="9" height="9"></button>'],
    ['button', '送信する', '<button data-is="x">送信する</button>'],
    ['link', 'Plans', '<a href="#" data-is="x">Plans</a>'],
    ['textbox', 'Subject', '<label>Subject <input data-is="x"></label>'],
    [
      'textbox',
      'Subject',
      '<label for="s">Subject</label><textarea id="s" data-is="x">old</textarea>',
    ],
    ['textbox', 'Your mail', '<input type="email" placeholder="Your mail" data-is="x">'],
    [
      'textbox',
      'To whom',
      '<b id="l1">To</b><b id="l2">whom</b><input aria-labelledby="l1 l2" data-is="x">',
    ],
    [
      'checkbox',
      'I agree',
      '<input type="checkbox" id="c" data-is="x"><label for="c">I agree</label>',
    ],
    ['combobox', 'Size', '<label>Size <select data-is="x"><option>L</select></label>'],
    ['heading', 'Hello', '<h2 data-is="x">Hello</h2>'],
    ['img', 'Logo', '<img alt="Logo" width="9" height="9" data-is="x">'],
    ['tab', 'Opens', '<div role="tab" data-is="x">Opens</div>'],
    [
      'menuitem',
      'Copy',
      '<div role="menuitem" title="Copy" data-is="x"><svg width="9" height="9"></svg></div>',
    ],
  ])('finds the %s with the name %s', (role, name, html) => {
    show(html)
    expect(found({ role, name })).toBe('x')
    expect(found({ role })).toBe('x')
    expect(found({ role, name: `${name}x` })).toBeUndefined()
  })

  it('goes by the role that is written, not by the one of the tag', () => {
    show('<button role="tab">A</button><button data-is="x">A</button>')
    expect(found({ role: 'button', name: 'A' })).toBe('x')
  })

  it.each([
    '[value^=a]',
    'input[ VALUE="a"]',
    '[v\\61lue^=a]',
    '[/**/value^=a]',
    '[|value^=a]',
    '[content^=a]',
    'p:has(b)',
    'p:h\\61s(b)',
    `p${',p'.repeat(200)}`,
    'p[',
    '',
  ])('refuses the selector %s', (css) => {
    show('<p>a<b>b</b><input value="a"></p>')
    expect(findTarget({ css })).toBeUndefined()
  })

  it.each([
    '.md\\:flex',
    '[data-value=a]',
    '[aria-valuenow="1"]',
    'input[name=subject]',
    'p > i:nth-child(1)',
  ])('accepts the selector %s', (css) => {
    show('<p><i class="md:flex" data-value="a" aria-valuenow="1">a</i></p><input name="subject">')
    expect(findTarget({ css })).toBeInstanceOf(Element)
  })

  it('finds nothing for roles that are names of object members', () => {
    expect(findTarget({ role: 'constructor' })).toBeUndefined()
    expect(findTarget({ role: '1] *' })).toBeUndefined()
  })

  it('works in a page whose elements stand in the way of document', () => {
    show('<img name="querySelectorAll"><form name="body"></form><b data-firstwin="a">a</b>')
    expect(typeof document.querySelectorAll).not.toBe('function')
    expect(findTarget({ id: 'a' })).toBeInstanceOf(Element)
  })
})
