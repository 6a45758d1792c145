import reactHooks from 'eslint-plugin-react-hooks';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const TESTS = ['**/*.test.ts', '**/*.test.tsx', 'e2e/**/*.ts'];

/** Beside every forbidden thing stands the one to use. */
const TIME =
  'shared/ has no clock of its own: use world.clock (shared/ports/world.ts), or take the instant as a parameter.';
const TIMER = 'shared/ starts nothing by itself: a job in electron/jobs decides when, and calls it.';
const MACHINE = 'shared/ knows no machine: take the value as a parameter, or ask a port (shared/ports).';
const IPC =
  'Only electron/shell/ipc-door.ts opens IPC, because it checks the sender and the input: declare an operation in shared/contract and it is reachable.';
const ELECTRON =
  "Only electron/shell, electron/preload and electron/main.ts import 'electron': put a port in shared/ports and implement it in electron/shell.";

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};
const NO_CLOCK = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: TIME },
  { selector: "CallExpression[callee.name='Date']", message: TIME },
  { selector: "MemberExpression[object.name='Temporal'][property.name='Now']", message: TIME },
];

export default defineConfig(
  globalIgnores([
    'dist/',
    'dist-making/',
    'release/',
    '.cache/',
    'node_modules/',
    'test-results/',
    'e2e/**/fixtures/',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.{ts,tsx}'],
    // What needs types is asked of oxlint, ten times as fast (.oxlintrc.json, decision 0014).
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  {
    files: ['renderer/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['electron/**/*.ts', 'shared/**/*.ts', 'renderer/**/*.{ts,tsx}'],
    ignores: ['electron/shell/**', 'electron/preload/**', 'electron/main.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            { name: 'electron', message: ELECTRON },
            { name: 'electron-store', message: ELECTRON },
          ],
        },
      ],
    },
  },
  {
    files: ['electron/shell/**/*.ts', 'electron/main.ts'],
    ignores: ['electron/shell/ipc-door.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { paths: [{ name: 'electron', importNames: ['ipcMain'], message: IPC }] },
      ],
      'no-restricted-properties': ['error', { property: 'ipcMain', message: IPC }],
    },
  },
  {
    files: ['shared/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, ...NO_CLOCK],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: TIME },
        { object: 'performance', property: 'now', message: TIME },
        {
          object: 'Math',
          property: 'random',
          message: 'A rule gives the same answer twice: take ids from world.ids, and chance as a parameter.',
        },
      ],
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'].map(
          (name) => ({ name, message: TIMER }),
        ),
        ...[
          'process',
          'globalThis',
          'window',
          'document',
          'navigator',
          'fetch',
          'Buffer',
          'console',
          'performance',
        ].map((name) => ({ name, message: MACHINE })),
      ],
    },
  },
  {
    files: TESTS,
    rules: {
      'max-lines': ['error', { max: 500, skipBlankLines: true, skipComments: true }],
    },
  },
  { files: ['electron/storage/migrations/**'], rules: { 'max-lines': 'off' } },
  { files: ['*.config.ts', 'e2e/*.config.ts'], rules: { 'no-restricted-syntax': 'off' } },
);
