import { describe, expect, it } from 'vitest';
import { comparisonExample, hostileName } from '#testing/example-comparison';
import { htmlReport } from './html-report.ts';

describe('a report', () => {
  it.each(['en', 'zh-CN'] as const)('in %s has the verdict first and every table', (locale) => {
    const report = htmlReport(comparisonExample(), locale);
    expect(report).toContain(`<html lang="${locale}">`);
    const order = ['class="verdict"', 'scope="row">k8s.io/client-go', '15.5 MB', 'k8s.io/client-go/rest'];
    const found = order.map((each) => report.indexOf(each));
    expect(Math.min(...found)).toBeGreaterThan(0);
    expect(found).toEqual(found.toSorted((x, y) => x - y));
  });

  it('loads and runs nothing', () => {
    const report = htmlReport(comparisonExample(), 'en');
    expect(report).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(report).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|\shref=|url\(|@import|https?:/i);
  });

  it('shows hostile names as text', () => {
    const report = htmlReport(comparisonExample({}, hostileName), 'en');
    const elements = [...report.matchAll(/<\/?([a-z0-9]+)/gi)].map(([, name]) => name?.toLowerCase());
    expect(new Set(elements)).toEqual(
      new Set(
        'html head meta title style body main h1 h2 p section table thead tbody tr th td span svg rect line footer'.split(
          ' ',
        ),
      ),
    );
    expect(report).not.toContain('\u001B');
    expect(report).toContain('&quot;&gt;&lt;img src=x onerror=alert(1)&gt;');
  });

  it('folds the rows of a long list, and counts those that it leaves out', () => {
    const packages = Array.from({ length: 700 }, (_, n) => ({
      name: `p${n}`,
      module: null,
      a: 1,
      b: 3,
      change: 2,
      percent: 200,
    }));
    const report = htmlReport(comparisonExample({ packages }), 'en');
    expect(report).toContain('<summary>and 680 more</summary>');
    expect(report).toContain('and 200 more');
    expect(report.match(/>p\d+</g)).toHaveLength(500);
  });

  it('names files by their last part, and no folder of this machine', () => {
    const { a, b, ...rest } = comparisonExample();
    const report = htmlReport(
      { ...rest, a: { ...a, id: '/home/me/secret/old' }, b: { ...b, id: 'C:\\Users\\me\\new' } },
      'en',
    );
    expect(report).toContain('A: old');
    expect(report).toContain('B: new');
    expect(report).not.toMatch(/\/home\/me|Users/);
  });
});
