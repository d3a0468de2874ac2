import { defineConfig } from 'oxlint';

/** Which capabilities of core each one may import, besides contract and system: those below it. */
const below: Readonly<Record<string, readonly string[]>> = {
  system: [],
  settings: [],
  binaries: [],
  history: [],
  comparison: ['binaries', 'history', 'images'],
  profiles: [],
  toolchains: ['binaries', 'profiles'],
  // Whatever changes toolchains goes through switching, so that shims, launchers and links follow.
  switching: ['settings', 'toolchains', 'toolchains/changes'],
  editors: ['settings'],
  changes: ['profiles', 'toolchains', 'switching'],
  native: ['toolchains', 'switching'],
  tools: ['binaries', 'toolchains', 'switching'],
  environment: ['profiles', 'switching', 'toolchains', 'history', 'images'],
  projects: ['switching', 'history'],
  builds: ['switching', 'binaries', 'history', 'projects'],
  modules: ['switching', 'binaries', 'history', 'comparison', 'builds'],
  budgets: ['binaries', 'history', 'comparison', 'projects', 'builds', 'images'],
  images: ['binaries', 'history', 'settings'],
  setup: ['profiles', 'settings', 'toolchains', 'switching', 'native', 'environment', 'projects'],
  doctor: [
    'profiles',
    'settings',
    'toolchains',
    'switching',
    'native',
    'tools',
    'environment',
    'projects',
    'builds',
    'images',
    'history',
  ],
};
const capabilities = Object.keys(below);

/**
 * One pattern of no-restricted-imports. A `regex` has no lookahead here: oxlint takes one without a word and then
 * matches nothing. Exceptions are written as a `group` with `!`.
 */
type Pattern = { message: string } & ({ regex: string } | { group: string[] });

const electron: Pattern = {
  regex: '^electron($|/)',
  message: 'Only src/main and src/preload import electron.',
};
const named: Pattern = {
  regex: `^(\\.\\./)+(src|contract|core|api|cli|web|main|preload|renderer|${capabilities.join('|')})(/|$)`,
  message: 'Leave a folder by its #name, through its face.',
};
/** Of a path that leads into another folder, the last name is `index.ts`, and there is one folder at most. */
const faces: Pattern = {
  group: [
    ...['./', '../', '../../', '../../../'].flatMap((way) => [`${way}*/**`, `!${way}*/index.ts`]),
    '!**/*.json',
  ],
  message: 'A room is entered through its index.ts.',
};
const browser: Pattern = { regex: '^node:', message: 'This also runs in a browser.' };

/** For the files of these folders, no import may match one of the patterns. */
function restrict(files: string[], ...patterns: Pattern[]) {
  const rule: ['error', { patterns: Pattern[] }] = ['error', { patterns }];
  return { files, rules: { 'no-restricted-imports': rule } };
}

/** No capability of core but these. */
function coreBut(allowed: readonly string[], message: string): Pattern {
  return { group: ['#core/*', '#core/*/*', ...allowed.map((name) => `!#core/${name}`)], message };
}

const above: Pattern = { regex: '^#(api|web|features|shared|ui)', message: 'core does not know its hosts.' };

function capability(name: string) {
  const allowed = name === 'system' ? [] : ['system', ...(below[name] ?? [])];
  const message = `core/${name} may import of core: ${allowed.join(', ') || 'nothing'}.`;
  return restrict([`src/core/${name}/**`], electron, named, faces, above, coreBut(allowed, message));
}

const host: readonly Pattern[] = [
  named,
  coreBut(['system'], 'A host talks to api; of core it may use system, for start-up.'),
  { regex: '^#(features|shared|ui)', message: 'A host does not import pages.' },
];

const renderer: readonly Pattern[] = [
  electron,
  named,
  browser,
  { regex: '^#(core|api|web|testing)', message: 'The renderer knows the contract only.' },
  { regex: '^(\\.\\./)+(app|features|shared|ui)/', message: 'Leave a folder of the renderer by its #name.' },
  {
    group: ['#shared/*/**', '!#shared/*/index.ts'],
    message: 'A folder of shared is entered through its index.ts.',
  },
];

/** Who may import whom; docs/ARCHITECTURE.md says why. For a file in several entries, the last one holds. */
const layers = [
  restrict(['src/contract/**'], electron, named, browser, {
    group: ['#*', '#*/**', '!#contract/*'],
    message: 'contract imports nothing of ours.',
  }),
  ...capabilities.map(capability),
  restrict(['src/api/**'], electron, named, {
    regex: '^#(core/.*/|web|features|shared|ui)',
    message: 'api stands on core, each capability by its face, and on contract.',
  }),
  restrict(['src/cli/**', 'src/web/**'], electron, ...host),
  restrict(['src/main/**', 'src/preload/**'], ...host, {
    regex: '^#web',
    message: 'The window serves no browser.',
  }),
  restrict(['src/renderer/**'], ...renderer),
  restrict(
    ['src/renderer/shared/**'],
    ...renderer,
    {
      group: ['./*/**', '../*/**', '!**/index.ts', '!./{en,zh-CN}/*'],
      message: 'A folder of shared is entered through its index.ts.',
    },
    { regex: '^#features', message: 'Features import shared, not the other way round.' },
  ),
  restrict(['src/renderer/ui/**'], ...renderer, {
    regex: '^#(features|shared)',
    message: 'ui imports nothing else of the renderer.',
  }),
  restrict(
    ['**/*.test.ts', '**/*.test.tsx', 'src/renderer/component-tests/**', 'tests/**', 'bench/**', 'tools/**'],
    named,
  ),
  restrict(['src/core/**/*.test.ts'], named, faces),
];

export default defineConfig({
  plugins: ['typescript', 'import', 'unicorn', 'react', 'promise'],
  categories: { correctness: 'error', suspicious: 'error' },
  ignorePatterns: ['out', 'tests/fixtures', 'node_modules'],
  rules: {
    'import/no-cycle': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-unsafe-type-assertion': 'off',
    'typescript/consistent-type-imports': 'error',
    'react/react-in-jsx-scope': 'off',
    'import/no-unassigned-import': 'off',
    'no-restricted-imports': ['error', { patterns: [electron] }],
  },
  overrides: layers,
});
