import { defineConfig } from 'oxlint';

/** Which capabilities of core each one may import, besides contract and system: those below it. */
const below: Readonly<Record<string, readonly string[]>> = {
  system: [],
  settings: [],
  binaries: [],
  history: [],
  profiles: [],
  toolchains: ['binaries', 'profiles'],
  switching: ['settings', 'toolchains'],
  native: ['toolchains', 'switching'],
  tools: ['binaries', 'toolchains', 'switching'],
  environment: ['profiles', 'switching', 'toolchains'],
  projects: ['switching', 'history'],
  builds: ['switching', 'binaries', 'history'],
  images: ['binaries', 'history'],
};

interface Pattern {
  regex: string;
  message: string;
}

const electron: Pattern = {
  regex: '^electron($|/)',
  message: 'Only src/main and src/preload import electron.',
};
const named: Pattern = {
  regex: `^(\\.\\./)+(src|contract|core|api|cli|web|main|preload|renderer|${Object.keys(below).join('|')})(/|$)`,
  message: 'Leave a folder by its #name, through its face.',
};
const faces: Pattern = {
  regex: '^(\\./|(\\.\\./)+)[\\w-]+/(?!index\\.ts$)',
  message: 'A room is entered through its index.ts.',
};

/** For the files of these folders: no import may match one of the patterns. */
function restrict(files: string[], ...patterns: Pattern[]) {
  const rule: ['error', { patterns: Pattern[] }] = ['error', { patterns }];
  return { files, rules: { 'no-restricted-imports': rule } };
}

function capability(name: string, allowed: readonly string[]) {
  const mayImport = name === 'system' ? [] : ['system', ...allowed];
  const others = mayImport.map((each) => `(?!${each}$)`).join('');
  return restrict([`src/core/${name}/**`], electron, named, faces, {
    regex: `^#(core/${others}|api|web|app|features|shared|ui)`,
    message: `core/${name} may import contract${mayImport.map((each) => `, core/${each}`).join('')} and nothing else of ours.`,
  });
}

const host: Pattern = {
  regex: '^#(core/(?!system$)|app|features|shared|ui)',
  message: 'A host talks to api; of core it may use system, for start-up.',
};

const rendererWide: Pattern[] = [
  electron,
  named,
  { regex: '^#(core|api|web|testing)', message: 'The renderer knows the contract only.' },
  {
    regex: '^(\\.\\./)+(features|app|shared|ui)/',
    message: 'Leave a folder of the renderer by its #name.',
  },
  { regex: '^node:', message: 'The renderer runs in a browser.' },
];

/** Who may import whom; docs/ARCHITECTURE.md says why. A later entry replaces the rule of an earlier one. */
const layers = [
  restrict(
    ['src/contract/**'],
    electron,
    named,
    { regex: '^#(?!contract/)', message: 'contract imports nothing of ours.' },
    { regex: '^node:', message: 'contract runs in the renderer too.' },
  ),
  ...Object.entries(below).map(([name, allowed]) => capability(name, allowed)),
  restrict(['src/api/**'], electron, named, {
    regex: '^#(web|app|features|shared|ui)',
    message: 'api stands on core and contract.',
  }),
  restrict(['src/cli/**', 'src/web/**'], electron, named, host),
  restrict(['src/main/**', 'src/preload/**'], named, host, {
    regex: '^#web',
    message: 'One host does not start another.',
  }),
  restrict(['src/renderer/**'], ...rendererWide),
  restrict(['**/*.test.ts', '**/*.test.tsx', 'tests/**', 'bench/**', 'tools/**'], named),
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
