import { expect, it } from 'vitest';
import type { GoPlace } from '#contract/consistency';
import { headlineOf, type Headline } from './headline.ts';

type Found = NonNullable<GoPlace['found']>;

const shim: Found = {
  version: 'go1.26.1',
  path: '/t/go1.26.1/bin/go',
  installed: true,
  problem: null,
  onPath: { kind: 'shim', go: '/h/.burrow/shims/go', version: 'go1.26.1', problem: null },
};

/** Another program runs, as this failure says. */
function not(params: object, onPath: Partial<Found['onPath']> = {}): Found {
  const problem = { code: 'which-go.not-burrows', params: { same: false, ...params } };
  const other = { kind: 'other', go: '/opt/go/bin/go', version: 'go1.20.3' } as const;
  return { ...shim, onPath: { ...other, ...onPath, problem } };
}

const nothing = { kind: 'none', go: null, version: null } as const;
const chosen = { code: 'switching.nothing-chosen', params: { dir: '/h' } };
const missing = { code: 'toolchain.not-installed', params: { version: 'go1.26.1' } };
const silent = { code: 'environment.shell-silent', params: { shell: '/bin/zsh' } };

it.each<[string, Found | null, Partial<Headline>]>([
  ['the selected Go', shim, { is: 'selected', version: 'go1.26.1', problem: null, mend: null }],
  [
    'a Go that is downloaded first',
    { ...shim, installed: false, path: null, onPath: { ...shim.onPath, version: null } },
    { is: 'downloads', version: 'go1.26.1' },
  ],
  [
    'no Go, because none is selected',
    { ...shim, version: null, problem: chosen, onPath: { ...shim.onPath, version: null } },
    { is: 'none', version: null, problem: chosen, mend: 'setup' },
  ],
  [
    'no Go, because the selected one is missing',
    { ...shim, installed: false, path: null, problem: missing, onPath: { ...shim.onPath, version: null } },
    { is: 'none', version: null, problem: missing, mend: null },
  ],
  [
    'another Go in front',
    not({ why: 'in-front', next: 'findings' }),
    { is: 'other', version: 'go1.20.3', selected: 'go1.26.1', mend: 'findings' },
  ],
  [
    'the selected Go without Burrow',
    not({ why: 'not-on-path', same: true, next: 'apply' }),
    { is: 'other', selected: null, mend: 'setup' },
  ],
  ['no Go at all', not({ why: 'not-on-path', next: 'setup' }, nothing), { is: 'none', mend: 'setup' }],
  ['an alias', not({ why: 'alias', next: 'edit-profile' }), { is: 'alias', version: null, mend: 'doctor' }],
  [
    'a function',
    not({ why: 'function', next: 'edit-profile' }),
    { is: 'function', version: null, mend: 'doctor' },
  ],
  ['lines without effect', not({ why: 'not-on-path', next: 'doctor' }), { is: 'other', mend: 'doctor' }],
  ['no answer', null, { is: 'unknown', version: null, problem: silent, mend: null }],
])('a new terminal gives %s', (_, found, headline) => {
  expect(headlineOf({ found, unknown: found === null ? silent : null })).toMatchObject(headline);
});
