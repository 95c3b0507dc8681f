import { defineConfig } from 'oxfmt'

export default defineConfig({
  semi: false,
  singleQuote: true,
  printWidth: 100,
  ignorePatterns: [
    '**/dist',
    'package-lock.json',
    'examples/mail-tool/public/onboarding.journey.json',
  ],
})
