import { defineConfig } from 'oxfmt'

export default defineConfig({
  semi: false,
  singleQuote: true,
  printWidth: 100,
  // The README's ten lines are to stay ten.
  embeddedLanguageFormatting: 'off',
  ignorePatterns: [
    '**/dist',
    'package-lock.json',
    // Written by `npm run scenarios`.
    'docs/scenarios.md',
    'examples/mail-tool/public/onboarding.journey.json',
  ],
})
