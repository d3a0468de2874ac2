import { describe, expect, it } from 'vitest';
import type { Comparison } from '../comparison.ts';
import { comparisonCsv } from './csv.ts';
import { comparisonMarkdown } from './markdown.ts';
import { hostileName, comparisonExample } from '#testing/example-comparison';

const lines = (text: string) => text.split('\n');

describe('Markdown', () => {
  it('begins with the verdict, then its causes', () => {
    const [first, , ...rest] = lines(comparisonMarkdown(comparisonExample(), 'en'));
    expect(first).toBe(
      '**<code>&#46;/cmd/server</code>** +612 kB (+4.1 %): 81 % from k8s.io/client-go, new in this change',
    );
    expect(rest.slice(0, 4)).toEqual([
      '| Cause | Change | Share |',
      '| --- | ---: | ---: |',
      '| k8s.io/client-go | +500 kB | 81 % |',
      '| your own code | +117 kB | 19 % |',
    ]);
  });

  it('is also Chinese', () => {
    expect(comparisonMarkdown(comparisonExample(), 'zh-CN')).toMatch(
      /^\*\*.*\*\* \+612 kB（\+4.1 %）：81 % 来自本次新增的 k8s.io\/client-go\n\n\| 原因 \| 变化 \| 占比 \|/,
    );
  });

  it('cuts long lists with a count', () => {
    const one = comparisonExample().packages[0];
    const packages = Array.from({ length: 40 }, (_, n) => ({ ...one, name: `p${n}` }));
    const text = comparisonMarkdown(
      comparisonExample({ packages: packages as Comparison['packages'] }),
      'en',
    );
    expect(text).toContain('| and 25 more |  |  |  |');
  });

  it('shows hostile names as they are', () => {
    const text = comparisonMarkdown(comparisonExample({}, hostileName), 'en');
    expect(text).not.toMatch(/<(?!\/?code>)|\]\(|@team|https:/);
    expect(text).not.toContain('\u001B');
    const names = text.split('\n').filter((row) => row.includes('team'));
    expect(names.length).toBeGreaterThan(2);
  });
});

describe('CSV', () => {
  it('has one row a package', () => {
    expect(lines(comparisonCsv(comparisonExample()))).toEqual([
      'module,package,bytes_a,bytes_b,change\r',
      'k8s.io/client-go,k8s.io/client-go/rest,0,500000,500000\r',
      'example.com/shop,example.com/shop/internal/kube,83000,200000,117000\r',
      ',go.yaml.in/yaml/v3,310000,312000,2000\r',
      '',
    ]);
  });

  it('quotes what needs it, and makes no formula', () => {
    const text = comparisonCsv(comparisonExample({}, '=HYPERLINK("x"),\n'));
    expect(text).toContain(`"'=HYPERLINK(""x""),\n"`);
  });
});
