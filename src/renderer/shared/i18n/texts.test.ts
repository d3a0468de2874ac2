import { describe, expect, it } from 'vitest';
import { en } from './en.ts';
import { pages } from './en/pages.ts';
import { zhCN } from './zh-CN.ts';

type Tree = { [key: string]: string | Tree };

function flatten(tree: Tree, path: string[] = []): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string'
        ? [[[...path, key].join('.'), value] as const]
        : [...flatten(value, [...path, key])],
    ),
  );
}

const english = flatten(en);
const chinese = flatten(zhCN);
const plural = /_(one|other)$/;
const slots = (text: string) =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([slot]) => slot)
    .toSorted((a, b) => a.localeCompare(b))
    .join();

/** Names and symbols that are the same in both languages. */
const sameInBoth = /^[\w\s.…·/:{}\-+%–~]*$/u;

describe('texts', () => {
  it('have the same keys in both languages, except for the English singular', () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...chinese.keys()].toSorted()).toEqual(wanted.toSorted());
  });

  it('have the same placeholders in both languages', () => {
    const differing = [...chinese].filter(([key, text]) => slots(text) !== slots(english.get(key) ?? ''));
    expect(differing).toEqual([]);
  });

  it('are translated, except for names', () => {
    const same = [...chinese].filter(([key, text]) => text === english.get(key)).map(([, text]) => text);
    for (const text of same) expect(text.replace('简体中文', '')).toMatch(sameInBoth);
    const words = same.filter((text) => /[a-z]{3,} [a-z]{3,}/i.test(text) && !text.includes('{{'));
    expect(words).toEqual([]);
  });

  it('have a space between Chinese and Latin characters', () => {
    const tight = [...chinese].filter(([, text]) =>
      /\p{Script=Han}[A-Za-z{]|[A-Za-z}]\p{Script=Han}/u.test(text),
    );
    expect(tight.map(([, text]) => text).filter((text) => !/\}\}\/秒/.test(text))).toEqual([]);
  });
});

describe('keys', () => {
  const files = import.meta.glob<string>(
    [
      '../../**/*.{ts,tsx}',
      '!../../**/*.test.{ts,tsx}',
      '!../../component-tests/**',
      '!./en/**',
      '!./zh-CN/**',
    ],
    { query: '?raw', import: 'default', eager: true },
  );
  const code = Object.values(files).join('\n');
  // 'shell.page.x', or `overview.rule.${rule}`, which stands for every key of that group.
  const whole = new Set([...code.matchAll(/['"`]([a-z]\w*(?:\.[\w-]+)+)['"`]/g)].map(([, key]) => key));
  const groups = [...code.matchAll(/`([a-z]\w*(?:\.[\w-]+)*\.)\$\{/g)].map(([, group]) => group ?? '');

  it('are all used', () => {
    const unused = [...english.keys()].filter((key) => {
      const plain = key.replace(plural, '');
      return !whole.has(plain) && !groups.some((group) => plain.startsWith(group));
    });
    expect(unused).toEqual([]);
  });

  it('of other pages are not used by the first page and what surrounds it', () => {
    const early = Object.entries(files).filter(
      ([file]) => !file.startsWith('../../features/') || file.startsWith('../../features/overview/'),
    );
    const used = early.flatMap(([file, text]) =>
      [...text.matchAll(/['"`]([a-z]\w*)\.[\w$]/g)]
        .filter(([, group = '']) => Object.hasOwn(pages, group))
        .map(([key]) => `${file}: ${key}`),
    );
    expect(used).toEqual([]);
  });
});
