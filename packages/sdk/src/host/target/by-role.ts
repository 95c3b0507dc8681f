/**
 * Elements that have a role without saying so, beside those whose tag or type is the role's name.
 * Any other role is found where it is written.
 */
const IMPLICIT: Readonly<Record<string, string>> = {
  button: 'summary,[type=submit],[type=reset]',
  link: 'a[href]',
  textbox: 'textarea,input:not([type]),[type=text],[type=email],[type=tel],[type=url]',
  searchbox: '[type=search]',
  combobox: 'select',
  spinbutton: '[type=number]',
  slider: '[type=range]',
  heading: 'h1,h2,h3,h4,h5,h6',
  listitem: 'li',
  row: 'tr',
  cell: 'td',
  navigation: 'nav',
}

/** Matches the elements that have this role, by their tag or by what is written. */
export function selectorOfRole(name: string): string {
  const role = CSS.escape(name)
  const implicit = Object.hasOwn(IMPLICIT, role) ? `,${IMPLICIT[role]}` : ''
  return `[role=${role}],:is(${role},[type=${role}]${implicit}):not([role])`
}
