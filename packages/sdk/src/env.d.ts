/** True in development builds and tests; cut from releases. */
declare const __DEV__: boolean
/** The version in package.json. */
declare const __VERSION__: string

declare module '*.css?inline' {
  const css: string
  export default css
}

declare module 'virtual:lent'
