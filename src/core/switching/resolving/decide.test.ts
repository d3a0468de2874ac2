import { describe, expect, it } from 'vitest';
import { describeFailure } from '#contract/failure';
import { linesOf } from '#core/toolchains';
import {
  wishesOfGoMod,
  wishesOfMiseToml,
  wishesOfToolVersions,
  wishesOfVariable,
  wishOfVersionFile,
} from '../wishes/index.ts';
import { answer, decide, type Supply, whatRuns } from './decide.ts';
import { explain } from './explain.ts';
import { whyNone } from './problem.ts';

const installed = ['go1.26.1', 'go1.24.9', 'go1.22.5'].map((version) => ({ version, path: `/t/${version}` }));
const others = [{ file: '/usr/bin/go', goroot: '/usr/lib/go-1.19', version: 'go1.19.8' }];
const supply = { installed, others };
const pin = (content: string) => wishOfVersionFile(linesOf(content), '/a/b/.go-version', 'go-version-file');
const above = (content: string) => wishOfVersionFile(linesOf(content), '/a/.go-version', 'go-version-file');
const byDefault = (content: string) => wishOfVersionFile(linesOf(content), '/home/default', 'default');
const mod = (content: string) => wishesOfGoMod(linesOf(content), '/a/go.mod');
const beside = (content: string) => wishesOfGoMod(linesOf(content), '/a/b/go.mod');
const work = (content: string) => wishesOfGoMod(linesOf(content), '/a/go.work', 'go-work');
const tools = (content: string) => wishesOfToolVersions(linesOf(content), '/a/b/.tool-versions');
const toolsAbove = (content: string) => wishesOfToolVersions(linesOf(content), '/a/.tool-versions');
const mise = (content: string) => wishesOfMiseToml(linesOf(content), '/a/b/mise.toml', []);

function outcomes(...wishes: Parameters<typeof decide>[0][]) {
  const all = wishes.flat();
  const decision = decide(all, supply);
  return explain(decision, all, supply).map(({ text, version, outcome }) => [text, version, outcome]);
}

describe('the outcome of every place that asks for a Go', () => {
  it('a pin decides; a minimum that is satisfied agrees, another is overridden', () => {
    expect(outcomes([pin('1.24\n')], mod('go 1.22\ntoolchain go1.26.0\n'), [byDefault('go1.24.9')])).toEqual([
      ['1.24', 'go1.24.9', 'decides'],
      ['toolchain go1.26.0', 'go1.26.1', 'overridden'],
      ['go 1.22', 'go1.22.5', 'agrees'],
      ['go1.24.9', 'go1.24.9', 'agrees'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('the larger line of go.mod decides, and another default is overridden', () => {
    expect(outcomes(mod('go 1.24\ntoolchain go1.22.5\n'), [byDefault('go1.22.5')])).toEqual([
      ['toolchain go1.22.5', 'go1.22.5', 'agrees'],
      ['go 1.24', 'go1.24.9', 'decides'],
      ['go1.22.5', 'go1.22.5', 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('what decides may not be installed, and what does not may be unreadable', () => {
    expect(outcomes([pin('1.25')], mod('go latest'), [byDefault('rubbish')])).toEqual([
      ['1.25', null, 'not-installed'],
      ['go latest', null, 'unreadable'],
      ['rubbish', null, 'unreadable'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('the first other Go on PATH decides if nothing else asks for a Go', () => {
    expect(outcomes(mod('go latest'))).toEqual([
      ['go latest', null, 'unreadable'],
      ['go1.19.8', 'go1.19.8', 'decides'],
    ]);
  });

  it('the first installed version of a list decides, and those before it are not installed', () => {
    expect(outcomes(tools('golang 1.27 ref:x 1.24 1.22'))).toEqual([
      ['golang 1.27', null, 'not-installed'],
      ['golang ref:x', null, 'unreadable'],
      ['golang 1.24', 'go1.24.9', 'decides'],
      ['golang 1.22', 'go1.22.5', 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('latest agrees with the newest, system with the version on PATH', () => {
    expect(outcomes([pin('1.26.1')], tools('golang latest system'))).toEqual([
      ['1.26.1', 'go1.26.1', 'decides'],
      ['golang latest', 'go1.26.1', 'agrees'],
      ['golang system', 'go1.19.8', 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
    expect(outcomes([pin('1.22')], tools('golang latest'))[1]).toEqual([
      'golang latest',
      'go1.26.1',
      'overridden',
    ]);
    expect(outcomes([pin('system')], tools('golang 1.19.8'))).toEqual([
      ['system', 'go1.19.8', 'decides'],
      ['golang 1.19.8', null, 'agrees'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('a go.mod that go.work replaces never decides', () => {
    const replaced = mod('go 1.24').map((wish) => ({ ...wish, replaced: true as const }));
    expect(outcomes(replaced, work('go 1.22.5'))).toEqual([
      ['go 1.24', 'go1.24.9', 'overridden'],
      ['go 1.22.5', 'go1.22.5', 'decides'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('a pin above decides before the go.mod below it, if it satisfies that', () => {
    expect(outcomes(beside('go 1.22'), [above('1.24.9')], mod('go 1.27'))).toEqual([
      ['1.24.9', 'go1.24.9', 'decides'],
      ['go 1.22', 'go1.22.5', 'agrees'],
      ['go 1.27', null, 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
    expect(outcomes(beside('go 1.26'), [above('1.24.9')], mod('go 1.22'))).toEqual([
      ['go 1.26', 'go1.26.1', 'decides'],
      ['1.24.9', 'go1.24.9', 'too-old'],
      ['go 1.22', 'go1.22.5', 'agrees'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('a list above may be too old by what it gets or names', () => {
    expect(outcomes(beside('go 1.26'), toolsAbove('golang 1.25.1 1.24 1.26.1'))).toEqual([
      ['go 1.26', 'go1.26.1', 'decides'],
      ['golang 1.25.1', null, 'not-installed'],
      ['golang 1.24', 'go1.24.9', 'too-old'],
      ['golang 1.26.1', 'go1.26.1', 'agrees'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
    expect(outcomes(beside('go 1.26'), toolsAbove('golang ref:x 1.23.4 1.25.1')).slice(0, 4)).toEqual([
      ['go 1.26', 'go1.26.1', 'decides'],
      ['golang ref:x', null, 'unreadable'],
      ['golang 1.23.4', null, 'too-old'],
      ['golang 1.25.1', null, 'not-installed'],
    ]);
  });

  it('the pins of its folder come next to a pin that decides from above', () => {
    const pins = [above('1.24.9'), ...toolsAbove('golang 1.22')];
    const texts = outcomes(beside('go 1.22'), pins).map(([text]) => text);
    expect(texts).toEqual(['1.24.9', 'golang 1.22', 'go 1.22', 'go1.19.8']);
  });

  it('BURROW_GO decides, or is an error', () => {
    expect(outcomes(wishesOfVariable('1.22'), [pin('1.24')])).toEqual([
      ['1.22', 'go1.22.5', 'decides'],
      ['1.24', 'go1.24.9', 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
    expect(outcomes(wishesOfVariable('newest'), [pin('1.24')])).toEqual([
      ['newest', null, 'unreadable'],
      ['1.24', 'go1.24.9', 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('if a pin cannot be read nothing else decides, but all places are listed', () => {
    expect(outcomes([pin('\n\nrubbish')], tools('golang 1.24'), mod('go 1.22'), [byDefault('1.26')])).toEqual(
      [
        ['rubbish', null, 'unreadable'],
        ['golang 1.24', 'go1.24.9', 'overridden'],
        ['go 1.22', 'go1.22.5', 'overridden'],
        ['1.26', 'go1.26.1', 'overridden'],
        ['go1.19.8', 'go1.19.8', 'shadowed'],
      ],
    );
  });
});

const disagreeing = (...groups: Parameters<typeof decide>[0][]) => {
  const all = groups.flat();
  return explain(decide(all, supply), all, supply)
    .filter(({ disagreesWith }) => disagreesWith !== null)
    .map(({ text, disagreesWith }) => `${text} | ${disagreesWith}`);
};

describe('files of one folder that disagree', () => {
  it('are listed, each with the one of the highest precedence', () => {
    expect(
      disagreeing([pin('1.22.5')], tools('golang 1.24'), mise('[tools]\ngo = "1.26"'), beside('go 1.26')),
    ).toEqual([
      'golang 1.24 | /a/b/.go-version',
      'go = "1.26" | /a/b/.go-version',
      'go 1.26 | /a/b/.go-version',
    ]);
  });

  it.each([
    ['a prefix of the same', [pin('1.24.9')], tools('golang 1.24')],
    ['one of several', [pin('1.24.9')], tools('golang 1.27 1.24.9')],
    ['a minimum that is satisfied', [pin('1.26')], beside('go 1.24\ntoolchain go1.26.0')],
    ['what cannot be read', [pin('1.26')], tools('golang ref:x')],
    ['another folder', [pin('1.26')], mod('go 1.27')],
    ['the default', [pin('1.26')], [byDefault('1.22')]],
    ['the variable', wishesOfVariable('1.26'), [pin('1.22')]],
    ['lines of one file', beside('go 1.24\ntoolchain go1.22.5'), []],
  ])('%s does not disagree', (_, stronger, weaker) => {
    expect(disagreeing(stronger, weaker)).toEqual([]);
  });

  it('a version that is not installed can disagree', () => {
    expect(disagreeing([pin('1.25.1')], tools('golang 1.25.2'))).toEqual([
      'golang 1.25.2 | /a/b/.go-version',
    ]);
    expect(disagreeing([pin('1.25.1')], tools('golang 1.25'))).toEqual([]);
  });
});

/** The answer for these wishes. */
function answered(wishes: Parameters<typeof decide>[0], from: Supply = supply) {
  const decision = decide(wishes, from);
  return answer(decision, {
    dir: '/a/b',
    supply: from,
    problem: null,
    candidates: [],
    outsideRepository: null,
  });
}

describe('the answer', () => {
  it('for system is the other Go, and nothing without one', () => {
    const wishes = [pin('system')];
    expect(answered(wishes)).toMatchObject({
      version: 'go1.19.8',
      path: '/usr/bin/go',
      installed: true,
      reason: { rule: 'go-version-file', text: 'system' },
    });
    expect(answered(wishes, alone)).toMatchObject({
      version: null,
      path: null,
      installed: false,
      reason: { text: 'system' },
    });
  });

  it('for go.mod is the Go on PATH if there is no other, unless that is too old', () => {
    const onlyOther = { installed: [], others };
    const wishes = mod('go 1.18');
    expect(answered(wishes, onlyOther)).toMatchObject({
      version: 'go1.19.8',
      path: '/usr/bin/go',
      installed: true,
      instead: null,
      reason: { rule: 'go-mod-go', text: 'go 1.18' },
    });
    expect(explain(decide(wishes, onlyOther), wishes, onlyOther)).toMatchObject([
      { text: 'go 1.18', version: 'go1.19.8', outcome: 'decides' },
      { rule: 'path', outcome: 'shadowed' },
    ]);
    expect(answered(mod('go 1.20'), onlyOther)).toMatchObject({
      version: 'go1.20',
      path: null,
      installed: false,
      instead: { version: 'go1.19.8', path: '/usr/bin/go' },
    });
  });

  it('names the wanted version if it is not installed', () => {
    expect(answered([pin('1.25')])).toMatchObject({
      version: 'go1.25',
      path: null,
      installed: false,
    });
  });

  it('is empty if nothing asks for a Go', () => {
    const nothing = { version: null, path: null, installed: false, reason: null };
    expect(answered([], { installed, others: [] })).toMatchObject(nothing);
  });

  it('a Go on PATH without a VERSION file has an unknown version', () => {
    const unknown = { file: '/opt/go/bin/go', goroot: null, version: null };
    expect(answered([], { installed, others: [unknown] })).toMatchObject({
      version: null,
      path: '/opt/go/bin/go',
      installed: true,
      reason: { rule: 'path', file: '/opt/go/bin/go' },
    });
  });
});

const alone = { installed, others: [] };

function hint(wishes: Parameters<typeof decide>[0]): string {
  return describeFailure(whyNone(decide(wishes, alone), { dir: '/a', wishes, supply: alone }), 'en').hint;
}

describe('why no Go runs', () => {
  it.each([
    ['nothing asks for a Go', [], 'switching.nothing-chosen', { dir: '/a/b' }],
    [
      'go.mod cannot be read',
      mod('go latest'),
      'version-file.unreadable',
      { file: '/a/go.mod', line: 1, text: 'go latest' },
    ],
    [
      'a pin is rubbish',
      [pin('x'), byDefault('1.22')],
      'version-file.unreadable',
      { rule: 'go-version-file', text: 'x' },
    ],
    [
      'the default is rubbish',
      [byDefault('x')],
      'version-file.unreadable',
      { rule: 'default', file: '/home/default' },
    ],
    ['the variable is rubbish', wishesOfVariable('x'), 'switching.variable-unreadable', { text: 'x' }],
    ['there is no Go on PATH', [pin('system')], 'switching.no-system-go', { because: '/a/b/.go-version:1' }],
    ['a pin is not installed', [pin('1.25')], 'toolchain.not-installed', { wanted: '1.25', pinned: true }],
    [
      'a minimum is not satisfied',
      mod('go 1.30'),
      'toolchain.not-installed',
      { wanted: '1.30', pinned: false },
    ],
  ])('%s', (_, wishes, code, params) => {
    const from = code === 'toolchain.not-installed' ? { installed: [], others: [] } : alone;
    const decision = decide(wishes, from);
    expect(whatRuns(decision, from)).toBe(null);
    expect(whyNone(decision, { dir: '/a/b', wishes, supply: from })).toMatchObject({ code, params });
  });

  it('has a hint for the kind of file', () => {
    expect(hint(mise('[tools]\ngo = 1.22'))).toContain('in quotes and on one line, e.g. `go = "1.26.1"`');
    expect(hint([byDefault('x')])).toContain('`burrow use 1.26.1 --global`');
    expect(hint([pin('x')])).toContain('`burrow use 1.26.1` in its folder');
  });
});
