import { describe, expect, it } from 'vitest';
import { answer, decide, explain } from './decide.ts';
import { wishesOfGoMod } from './go-mod.ts';
import { wishOfVersionFile } from './wish.ts';

const installed = ['go1.26.1', 'go1.24.9', 'go1.22.5'].map((version) => ({ version, path: `/t/${version}` }));
const others = [{ file: '/usr/bin/go', goroot: '/usr/lib/go-1.19', version: 'go1.19.8' }];
const pin = (content: string) => wishOfVersionFile(content, '/a/b/.go-version', 'go-version-file');
const byDefault = (content: string) => wishOfVersionFile(content, '/home/default', 'default');
const mod = (content: string) => wishesOfGoMod(content, '/a/go.mod');

function outcomes(...wishes: Parameters<typeof decide>[0][]) {
  const all = wishes.flat();
  const decision = decide(all, installed);
  return explain(decision, all, others, installed).map(({ text, version, outcome }) => [
    text,
    version,
    outcome,
  ]);
}

describe('what became of every place that says something', () => {
  it('a pin decides; a minimum that is met agrees, one that is not was overridden', () => {
    expect(outcomes([pin('1.24\n')], mod('go 1.22\ntoolchain go1.26.0\n'), [byDefault('go1.24.9')])).toEqual([
      ['1.24', 'go1.24.9', 'decides'],
      ['toolchain go1.26.0', 'go1.26.1', 'overridden'],
      ['go 1.22', 'go1.22.5', 'agrees'],
      ['go1.24.9', 'go1.24.9', 'agrees'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('the larger line of go.mod decides, and another default was overridden', () => {
    expect(outcomes(mod('go 1.24\ntoolchain go1.22.5\n'), [byDefault('go1.22.5')])).toEqual([
      ['toolchain go1.22.5', 'go1.22.5', 'agrees'],
      ['go 1.24', 'go1.24.9', 'decides'],
      ['go1.22.5', 'go1.22.5', 'overridden'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('what decides may not be installed, and what lost may be unreadable', () => {
    expect(outcomes([pin('1.25')], mod('go latest'), [byDefault('rubbish')])).toEqual([
      ['1.25', null, 'not-installed'],
      ['go latest', null, 'unreadable'],
      ['rubbish', null, 'unreadable'],
      ['go1.19.8', 'go1.19.8', 'shadowed'],
    ]);
  });

  it('the first other Go on PATH decides when nothing else speaks', () => {
    expect(outcomes(mod('go latest'))).toEqual([
      ['go latest', null, 'unreadable'],
      ['go1.19.8', 'go1.19.8', 'decides'],
    ]);
  });

  it('a pin that cannot be read is an error', () => {
    expect(() => decide([pin('\n\nrubbish')], installed)).toThrow(
      '/a/b/.go-version:3 does not name a Go version',
    );
  });
});

describe('the answer', () => {
  it('names the wanted version where it is not installed', () => {
    const decision = decide([pin('1.25')], installed);
    expect(answer('/a/b', decision, others, [])).toMatchObject({
      version: 'go1.25',
      path: null,
      installed: false,
    });
  });

  it('is empty where nothing says anything', () => {
    const nothing = { version: null, path: null, installed: false, reason: null };
    expect(answer('/a/b', null, [], [])).toMatchObject(nothing);
  });

  it('a Go on PATH without a VERSION file is one of unknown version', () => {
    const unknown = { file: '/opt/go/bin/go', goroot: null, version: null };
    expect(answer('/a/b', null, [unknown], [])).toMatchObject({
      version: null,
      path: '/opt/go/bin/go',
      installed: true,
      reason: { rule: 'path', file: '/opt/go/bin/go' },
    });
  });
});
