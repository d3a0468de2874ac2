import { describe, expect, it } from 'vitest';
import type { PackageSize } from '#contract/binaries';
import { detailOf, programRecord } from '#testing/example-builds';
import { comparisonExample, hostileName } from '#testing/example-comparison';
import { htmlReport } from './html-report.ts';

const size = (path: string, bytes: number): PackageSize => ({
  path,
  functions: 1,
  codeBytes: bytes,
  bytes,
  parts: [{ bucket: 'code', bytes, byReference: 0, byShare: 0 }],
  inlinedIn: null,
  inlinedOut: null,
});
const module = (path: string) => ({ path, version: 'v1.0.0', sum: null, replacedBy: null });

/** A program of 1000 bytes. */
const program = (packages: PackageSize[], modules: string[] = []) =>
  detailOf(
    'b1',
    programRecord({
      mainModule: 'example.com/shop',
      modules: modules.map(module),
      packages,
      unowned: [{ name: 'code', bytes: 1000 - packages.reduce((sum, { bytes }) => sum + bytes, 0) }],
      artifact: { path: '/x', bytes: 1000, sha256: '' },
    }),
  );

const a = program([size('main', 100), size('runtime', 500)]);
const report = (b: ReturnType<typeof program>, locale: 'en' | 'zh-CN' = 'en') =>
  htmlReport(comparisonExample({ moves: [] }), locale, { a, b });

describe('the treemap of a report', () => {
  const b = program(
    [size('main', 150), size('runtime', 450), size('example.com/dep/x', 300)],
    ['example.com/dep'],
  );

  it.each([
    ['en', 'standard library', 'example.com/dep · example.com/dep/x: 300 B · +300 B', 'What B consists of'],
    ['zh-CN', '标准库', 'example.com/dep · example.com/dep/x: 300 B · +300 B', 'B 的组成'],
  ] as const)(
    'in %s names modules, and tells the size and change of each package',
    (locale, library, of, title) => {
      const text = report(b, locale);
      expect(text).toContain(`<h2>${title}</h2>`);
      expect(text).toContain(`>${library}</text>`);
      expect(text).toContain(`<title>${of}</title>`);
      expect(text).toMatch(/<svg class="map"[^>]* role="img" aria-label="[^"]+"/);
    },
  );

  it('covers the picture, in proportion to the bytes, and is coloured by the change', () => {
    const leaves = [
      ...report(b).matchAll(
        /<rect class="(leaf[^"]*)"[^>]*width="([\d.]+)" height="([\d.]+)"><title>([^:]*)/g,
      ),
    ];
    const areas = new Map(
      leaves.map(([, kind, width, height, name]) => [
        name,
        [kind, Math.round((Number(width) * Number(height)) / 4600)],
      ]),
    );
    expect(Object.fromEntries(areas)).toEqual({
      'standard library · runtime': ['leaf less', 45],
      'example.com/dep · example.com/dep/x': ['leaf more', 30],
      'example.com/shop · main': ['leaf more', 15],
      'no owner · code': ['leaf less', 10],
    });
  });

  it('has the same as a table that adds up to the file', () => {
    const [, rows = ''] =
      /<details><summary>The same as a table.*?<tbody>(.*?)<\/tbody>/s.exec(report(b)) ?? [];
    const bytes = [...rows.matchAll(/<td class="number">(\d+) B</g)].map(([, each]) => Number(each));
    expect(bytes).toEqual([450, 300, 150, 100]);
  });

  it('shows hostile names as text, loads and runs nothing', () => {
    const text = report(program([size(`example.com/${hostileName}`, 900)], [`example.com/${hostileName}`]));
    expect(text).not.toMatch(/<script|<img|<a |\shref=|url\(/i);
    expect(text).not.toContain('\u001B');
    expect(text).toContain('&quot;&gt;&lt;img src=x');
  });

  it('is left out without packages', () => {
    expect(report(program([]))).not.toContain('class="map"');
  });
});
