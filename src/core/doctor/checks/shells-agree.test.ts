import { expect, it } from 'vitest';
import type { Consistency, ShellStart, StartDifference } from '#contract/consistency';
import type { Finding } from '#contract/findings';
import { foundIn } from './shells-agree.ts';

const shims = '/home/u/.burrow/shims';
const nothing = { go: null, version: null, isShim: false, hiddenBy: null } as const;
const go: Extract<StartDifference, { kind: 'go' }> = {
  kind: 'go',
  starts: [{ shell: 'zsh', mode: 'login' }],
  found: nothing,
  usual: { ...nothing, go: `${shims}/go`, version: 'go1.26.1', isShim: true },
  cause: 'in-front',
  folder: '/usr/local/go/bin',
  at: { file: '/home/u/.zshrc', line: 4 },
  usualAt: null,
};
const line: Finding = {
  id: 'x',
  kind: 'go-in-path',
  severity: 'warning',
  file: '/home/u/.zshrc',
  line: 4,
  text: '',
  subject: '',
  manager: null,
  place: 'after',
  fix: null,
  noFix: null,
};
const variable: StartDifference = {
  kind: 'variable',
  starts: go.starts,
  name: 'GOFLAGS',
  found: '-v',
  usual: null,
  at: null,
  usualAt: null,
};

function told(differences: StartDifference[], lines: Finding[] = [], notSetUp: string[] = []): string[] {
  const compared = { dir: '/', shells: [], usual: null, differences };
  return foundIn(compared, { lines, notSetUp, shims }).map(({ severity, evidence: [first] }) =>
    [severity, first?.file ?? '', first?.line ?? ''].join(' '),
  );
}

const missing = { ...go, cause: 'missing', folder: shims, at: null } as const;
const alias = { ...go, cause: 'alias', at: null } as const;

it.each<
  [what: string, differences: StartDifference[], lines: Finding[], notSetUp: string[], found: string[]]
>([
  ['another Go', [go], [], [], ['warning /home/u/.zshrc 4']],
  ['another Go by a line that is told', [go], [line], [], []],
  ['by a line that is only noted', [go], [{ ...line, severity: 'note' }], [], ['warning /home/u/.zshrc 4']],
  ['by another line', [go], [{ ...line, line: 5 }], [], ['warning /home/u/.zshrc 4']],
  ['no Go, where the lines are missing', [missing], [], ['zsh'], []],
  ['no Go, where they are missing elsewhere', [missing], [], ['bash'], ['warning  ']],
  ['no Go of another folder', [{ ...missing, folder: '/usr/bin' }], [], ['zsh'], ['warning  ']],
  ['an alias', [alias], [], [], ['warning  ']],
  ['an alias that is told', [alias], [{ ...line, kind: 'go-alias', subject: 'go', line: 9 }], [], []],
  ['a variable', [variable], [], ['zsh'], ['info  ']],
])('%s', (_, differences, lines, notSetUp, found) => {
  expect(told(differences, lines, notSetUp)).toEqual(found);
});

function start(shell: string, used: boolean, mode: ShellStart['mode']): ShellStart {
  return {
    ...nothing,
    shell,
    mode,
    path: `/bin/${shell}`,
    login: false,
    used,
    inherits: false,
    variables: {},
    unknown: { code: 'environment.shell-silent', params: { shell } },
  };
}

it('a shell in use that gives no answer is one finding, however many of its modes are silent', () => {
  const shells = [
    start('zsh', true, 'login'),
    start('zsh', true, 'interactive'),
    start('fish', false, 'login'),
  ];
  const compared: Consistency = { dir: '/', shells, usual: null, differences: [] };
  const found = foundIn(compared, { lines: [], notSetUp: [], shims });
  expect(found.map(({ about, severity, reason }) => [about, severity, reason.code])).toEqual([
    ['/bin/zsh', 'warning', 'environment.shell-silent'],
  ]);
});
