import { describe, expect, it } from 'vitest';
import { shimMark } from '../resolving/index.ts';
import { burrowText, launcherText, shimText } from './shim-text.ts';
import { shimTemplate } from './templates.ts';

const facts = {
  tool: 'go',
  os: 'linux',
  toolchains: '/h/toolchains',
  defaultFile: '/h/default',
  shims: '/h/shims',
  functions: '/h/functions',
  program: null,
  targets: ['linux-amd64'],
  home: '/h',
  everyones: false,
} as const;
const go1225 = { version: 'go1.22.5', goroot: '/h/go', os: 'linux', home: '/h', everyones: false } as const;

describe('the shim', () => {
  it('has no command substitution, which would fork, except if `go env -w` set GOROOT', async () => {
    const code = (await shimTemplate('go.sh')).replaceAll(/^\s*#.*$/gm, '').replaceAll('$((', '');
    const [substitution = '', ...more] = code.match(/^.*(?:\$\(|`|<\().*$/gm) ?? [];
    expect(substitution.trim()).toMatch(/^GOROOT=\$\(.* env GOROOT\)$/);
    expect(more).toEqual([]);
  });

  it('quotes what is written into it', async () => {
    const hostile = `/a b/it's "$HOME" \`x\` $(y)`;
    const { shim } = shimText(await shimTemplate('go.sh'), { ...facts, toolchains: hostile });
    expect(shim).toContain(`_burrow_toolchains='/a b/it'\\''s "$HOME" \`x\` $(y)'\n`);
    const launcher = launcherText(await shimTemplate('launcher.sh'), { ...go1225, goroot: hostile });
    expect(launcher).toContain(`exec '/a b/it'\\''s "$HOME" \`x\` $(y)/bin/go' "$@"\n`);
    const burrow = burrowText(await shimTemplate('burrow.sh'), hostile);
    expect(burrow).toContain(`_burrow_program='/a b/it'\\''s "$HOME" \`x\` $(y)'\n`);
  });

  it('prints the same sentences as Burrow, in both languages', async () => {
    const text = shimText(await shimTemplate('go.sh'), facts).functions.get('others.sh');
    expect(text).toContain(`'Go '"$_burrow_wanted"' is not installed (wanted by '"$_burrow_because"').'`);
    expect(text).toContain(`'未安装 Go '"$_burrow_wanted"`);
  });

  it('has no comments except for the one at the top', async () => {
    const text = shimText(await shimTemplate('go.sh'), { ...facts, toolchains: '/h\n# mine' });
    for (const functions of text.functions.values()) {
      expect(functions.split('\n').filter((line) => /^\s*#/.test(line))).toHaveLength(1);
    }
    const lines = text.shim.split('\n');
    const first = lines.findIndex((line) => !line.startsWith('#'));
    expect(first).toBeGreaterThan(4);
    expect(lines.slice(first).filter((line) => line.trimStart().startsWith('#'))).toEqual(["# mine'"]);
  });

  it('is recognized by its second line, like launchers', async () => {
    const { shim } = shimText(await shimTemplate('go.sh'), facts);
    const launcher = launcherText(await shimTemplate('launcher.sh'), go1225);
    for (const text of [shim, launcher]) expect(text.split('\n')[1]?.startsWith(shimMark)).toBe(true);
  });

  it('has functions that few runs need in files that are read when one of them is called', () => {
    const fail = '_burrow_fail() {\n  _burrow_say\n}\n_burrow_say() {\n  exit 127\n}\n';
    const two = 'two() {\n  _burrow_fail\n}\n';
    const parts = `#: rarely ends\n# Says why.\n${fail}#: always\n#: rarely more\n${two}#: always\n`;
    const head =
      "# Functions of Burrow's shims. Burrow writes this file again whenever it must: edits are lost.\n\n";
    expect(shimText(`#!/bin/sh\n\none() {\n  two\n}\n${parts}one\n`, facts)).toEqual({
      // Only the functions that are called from elsewhere.
      shim: [
        '#!/bin/sh\none() {\ntwo\n}',
        '_burrow_fail() { . "$_burrow_functions/ends.sh" && _burrow_fail "$@"; }',
        'two() { . "$_burrow_functions/more.sh" && two "$@"; }',
        'one\n',
      ].join('\n'),
      functions: new Map([
        ['ends.sh', head + fail.replaceAll('  ', '')],
        ['more.sh', head + two.replaceAll('  ', '')],
      ]),
    });
  });

  it('fills every placeholder of its template', () => {
    expect(() => shimText('exec @nobody@', facts)).toThrow('@nobody@');
  });
});
