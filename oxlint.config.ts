import { defineConfig, type OxlintOverride } from 'oxlint'

interface Pattern {
  group: string[]
  message: string
  allowTypeImports?: boolean
}

/** The arrows of ARCHITECTURE.md: files under `files` may not import what the patterns name. */
function layer(files: string, ...patterns: Pattern[]): OxlintOverride {
  return { files: [files], rules: { 'no-restricted-imports': ['error', { patterns }] } }
}

/** The checker with zod would triple the script; its subpaths without zod may be imported. */
const schemaForTypesOnly = {
  group: ['@firstwin/schema', 'zod', 'zod/*'],
  allowTypeImports: true,
  message: 'Import types only: zod would triple the bundle.',
}

export default defineConfig({
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'jsdoc', 'jsx-a11y', 'promise', 'vitest'],
  categories: { correctness: 'error', suspicious: 'error', perf: 'error' },
  options: { typeAware: true },
  ignorePatterns: ['**/dist', '**/node_modules'],
  rules: {
    'import/no-cycle': 'error',
    'import/no-default-export': 'error',
    'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
    curly: ['error', 'multi-line'],
    'max-depth': ['error', 3],
    'max-params': ['error', 3],
    'no-console': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-non-null-assertion': 'error',
    'typescript/switch-exhaustiveness-check': 'error',
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'import/no-unassigned-import': 'off',
    // Off: the compiler (noImplicitReturns) knows exhaustive switches, this rule does not.
    'typescript/consistent-return': 'off',
    'no-await-in-loop': 'off',
    'no-underscore-dangle': ['error', { allow: ['__DEV__', '__VERSION__'] }],
    'unicorn/consistent-function-scoping': 'off',
    // Off: preact's automatic runtime needs no import in scope.
    'react/react-in-jsx-scope': 'off',
  },
  overrides: [
    layer('packages/engine/src/**', schemaForTypesOnly, {
      group: ['firstwin', 'preact*', '@floating-ui/*'],
      message: 'The engine is headless.',
    }),
    layer('packages/sdk/src/**', schemaForTypesOnly),
    layer('packages/sdk/src/host/**', schemaForTypesOnly, {
      group: ['**/view/**', '**/report/**'],
      message: 'host/ knows the page, nothing else.',
    }),
    layer('packages/sdk/src/view/**', schemaForTypesOnly, {
      group: ['**/host/**', '**/report/**'],
      message: 'view/ gets everything as props.',
    }),
    layer('packages/sdk/src/report/**', schemaForTypesOnly, {
      group: ['**/host/**', '**/view/**'],
      message: 'report/ is handed its reports.',
    }),
    layer('packages/node/src/**', {
      group: ['firstwin', '@firstwin/*'],
      message: 'The client is installed alone, and brings nothing with it.',
    }),
    {
      files: ['**/*.{test,fixture}.{ts,tsx}', 'e2e/**'],
      rules: {
        'max-lines-per-function': 'off',
        'typescript/no-unsafe-type-assertion': 'off',
        'no-restricted-imports': 'off',
      },
    },
    { files: ['**/*.config.ts'], rules: { 'import/no-default-export': 'off' } },
    // The development chunk: it carries the checker, and its console lines are its purpose.
    {
      files: ['packages/sdk/src/check/**'],
      rules: { 'no-console': 'off', 'no-restricted-imports': 'off' },
    },
    { files: ['scripts/**', 'packages/*/bin/**'], rules: { 'no-console': 'off' } },
  ],
})
