import { expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import { type Facts, notShim } from './not-shim.ts';

const shims = '/h/.burrow/shims';
const facts: Facts = {
  where: 'here',
  version: 'go1.20.3',
  same: false,
  shims,
  at: null,
  profile: null,
  first: { file: '/opt/go/bin/go', isShim: false, hasShims: true },
  hiddenBy: null,
  hasSelected: true,
};
const shim = { file: `${shims}/go`, isShim: true, hasShims: true };
const noShims = { ...facts.first, hasShims: false };
const nothing = { file: null, isShim: false, hasShims: false };

function told(changed: Partial<Facts>): string {
  const its = notShim({ ...facts, ...changed });
  if (its === null) return '';
  const { message, hint } = describeFailure({ code: 'which-go.not-burrows', params: { ...its } }, 'en');
  return `${message} → ${hint}`;
}

const runs = 'runs go1.20.3 (/opt/go/bin/go), not the Go that Burrow selects.';
const missing = `${shims} is not in PATH.`;
const inFront = `/opt/go/bin is in front of ${shims} in PATH`;

it.each<[string, Partial<Facts>, string]>([
  ['the shim is first', { first: shim }, ''],
  [
    'another Go is in front',
    {},
    `This terminal ${runs} ${inFront}. → Run \`burrow shell findings\`: it names the line, and how to comment it out.`,
  ],
  [
    'a Go of unknown version is in front, and its line is known',
    { version: null, where: 'new-terminal', at: '/h/.zshrc:3' },
    `A new terminal runs /opt/go/bin/go, not the Go that Burrow selects. ${inFront} (/h/.zshrc:3). → Run \`burrow shell findings\`: it names the line, and how to comment it out.`,
  ],
  [
    'the shims are not on PATH, and a Go is selected',
    { first: noShims },
    `This terminal ${runs} ${missing} → Run \`burrow shell apply\`, then open a new terminal.`,
  ],
  [
    'nothing is selected',
    { first: nothing, version: null, hasSelected: false },
    `This terminal finds no Go. ${missing} → Run \`burrow setup\`.`,
  ],
  [
    'the profile is right',
    { first: noShims, profile: '/h/.zshrc' },
    `This terminal ${runs} ${missing} → /h/.zshrc already has Burrow's lines, so open a new terminal. If that changes nothing, run \`burrow current --explain\`.`,
  ],
  [
    'the profile is right, but a new terminal is not',
    { first: noShims, profile: '/h/.zshrc', where: 'new-terminal' },
    `A new terminal ${runs} ${missing} → Run \`burrow doctor\`.`,
  ],
  [
    'the selected Go runs without the shim',
    { first: noShims, same: true },
    `This terminal runs go1.20.3 (/opt/go/bin/go) directly, so a pin or a default has no effect. ${missing} → Run \`burrow shell apply\`, then open a new terminal.`,
  ],
  [
    'the folder of the shims is empty',
    { first: { ...nothing, hasShims: true }, version: null },
    `This terminal finds no Go. ${shims} is in PATH, but has no go. → Run \`burrow setup\`.`,
  ],
  [
    'an alias hides the shim',
    { first: shim, hiddenBy: 'alias', where: 'new-terminal' },
    'A new terminal runs an alias for `go`, not the Go that Burrow selects. A profile sets it. → Take it out of the profile that sets it.',
  ],
  [
    'a function hides another Go',
    { hiddenBy: 'function', where: 'new-terminal' },
    'A new terminal runs a function for `go`, not the Go that Burrow selects. A profile defines it. → Take it out of the profile that sets it.',
  ],
  [
    'apps read no profile',
    { first: noShims, where: 'apps', profile: '/h/.zshrc' },
    `An app from the desktop ${runs} ${missing} → Apps read no profile. Start the app from a terminal, or give an editor the path that \`burrow link\` prints.`,
  ],
])('%s', (_, changed, text) => {
  expect(told(changed)).toBe(text);
});
