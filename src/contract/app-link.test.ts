import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AppLink, linkAmong, parseAppLink, writeAppLink } from './app-link.ts';

test.each<[string, AppLink]>([
  ['burrow://compare?a=b1&b=b2', { to: 'compare', a: 'b1', b: 'b2' }],
  ['burrow://compare/?b=b2&a=b1', { to: 'compare', a: 'b1', b: 'b2' }],
  ['burrow://build?id=b12', { to: 'build', id: 'b12' }],
  ['burrow://project?path=/home/ann/shop', { to: 'project', path: '/home/ann/shop' }],
  ['burrow://builds?path=%2Fhome%2Fann%2F%E5%95%86%E5%BA%97', { to: 'builds', path: '/home/ann/商店' }],
  ['burrow://project?path=C%3A%5CUsers%5Cann%5Cshop', { to: 'project', path: 'C:\\Users\\ann\\shop' }],
  ['burrow://project?path=%2Fhome%2Fann%2Fa%26b%3Dc%20d', { to: 'project', path: '/home/ann/a&b=c d' }],
])('%s', (address, link) => {
  expect(parseAppLink(address)).toEqual(link);
});

test.each([
  '',
  'burrow',
  'burrow:',
  'burrow://',
  'burrow://compare',
  'BURROW://compare?a=b1&b=b2',
  'https://compare?a=b1&b=b2',
  'burrow:compare?a=b1&b=b2',
  // Pages of the app itself, and what does not exist.
  'burrow://app/',
  'burrow://app/#/compare?a=b1&b=b2',
  'burrow://install?version=1.26.1',
  'burrow://build?dir=/home/ann/shop&args=-toolexec%3Dsh',
  'burrow://settings?theme=dark',
  // Programs, which would be read.
  'burrow://compare?a=/etc/passwd&b=b2',
  'burrow://compare?a=b1&b=..%2Fserver',
  'burrow://compare?a=b1&b=b2%2F',
  'burrow://compare?a=b01&b=b2',
  'burrow://build?id=/etc/passwd',
  'burrow://build?id=12',
  'burrow://build?id=b1&id=b2',
  'burrow://compare?a=b1&b=b9999999999',
  // Too few, too many, twice.
  'burrow://compare?a=b1',
  'burrow://compare?a=b1&b=b2&of=b3',
  'burrow://compare?a=b1&a=b2',
  'burrow://compare?a=b1&b=b2&b=b3',
  'burrow://project?path=/home/ann&then=run',
  // Parts that have no meaning here.
  'burrow://user@compare?a=b1&b=b2',
  'burrow://user:secret@compare?a=b1&b=b2',
  'burrow://compare:80?a=b1&b=b2',
  'burrow://compare/x?a=b1&b=b2',
  'burrow://compare?a=b1&b=b2#x',
  'burrow://compare.evil.example?a=b1&b=b2',
  // Paths that are not what they look like, or are elsewhere.
  'burrow://project?path=',
  'burrow://project?path=shop',
  'burrow://project?path=~%2Fshop',
  'burrow://project?path=%2Fhome%2Fann%2F..%2Fbob',
  'burrow://project?path=%2Fhome%2F.%2Fann',
  'burrow://project?path=%2F%2Fevil.example%2Fshare',
  'burrow://project?path=%5C%5Cevil.example%5Cshare',
  'burrow://project?path=%2F%5Cevil.example%5Cshare'.replace('%2F%5C', '%5C%2F'),
  'burrow://project?path=C%3A%5C%5Cevil',
  'burrow://project?path=C%3Ashop',
  'burrow://project?path=%2Fhome%2Fann%0Arm',
  'burrow://project?path=%2Fhome%2Fann%E2%80%AEgnp',
  'burrow://project?path=%2Fhome%00',
  'burrow://project?path=file%3A%2F%2F%2Fetc',
  `burrow://project?path=%2F${'a'.repeat(9000)}`,
  ' burrow://compare?a=b1&b=b2',
  '--inspect burrow://compare?a=b1&b=b2',
  'javascript:alert(1)',
])('%j leads nowhere', (address) => {
  expect(parseAppLink(address)).toBeNull();
});

const id = fc.integer({ min: 1, max: 999_999_999 }).map((n) => `b${n}`);
const part = fc
  .string({ minLength: 1, unit: 'grapheme' })
  .map(
    (text) =>
      text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\\/]/gu, '').replaceAll(/^\.+$/g, '_') || '_',
  )
  .filter((text) => text.isWellFormed());
const path = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => `/${parts.join('/')}`);
const link: fc.Arbitrary<AppLink> = fc.oneof(
  fc.record({ to: fc.constant('compare' as const), a: id, b: id }),
  fc.record({ to: fc.constantFrom('project' as const, 'builds' as const), path }),
);

test('what is written is read back, and needs no quotes', () => {
  fc.assert(
    fc.property(link, (each) => {
      const address = writeAppLink(each);
      expect(parseAppLink(address)).toEqual(each);
      expect(address).toMatch(/^burrow:\/\/[\w.%=&?-]+$/);
    }),
  );
});

test('whatever the address is, a link has ids and whole paths and nothing else', () => {
  const hostile = fc.oneof(
    fc.string(),
    fc
      .tuple(
        fc.constantFrom('compare', 'build', 'project', 'builds', 'app', ''),
        fc.array(fc.tuple(fc.string(), fc.string())),
      )
      .map(([host, pairs]) => `burrow://${host}?${new URLSearchParams(pairs).toString()}`),
    fc
      .tuple(fc.constantFrom('project', 'builds'), fc.string())
      .map(([host, text]) => `burrow://${host}?path=${encodeURIComponent(text.toWellFormed())}`),
    fc.tuple(link, fc.nat(60), fc.string({ maxLength: 3 })).map(([each, at, put]) => {
      const address = writeAppLink(each);
      return address.slice(0, at) + put + address.slice(at);
    }),
  );
  fc.assert(
    fc.property(hostile, (address) => {
      const found = parseAppLink(address);
      if (found === null) return;
      if (found.to === 'compare') {
        expect(Object.keys(found)).toEqual(['to', 'a', 'b']);
        expect(found.a + found.b).toMatch(/^b\d+b\d+$/);
      } else if (found.to === 'build') {
        expect(Object.keys(found)).toEqual(['to', 'id']);
        expect(found.id).toMatch(/^b\d+$/);
      } else {
        expect(Object.keys(found)).toEqual(['to', 'path']);
        expect(found.path).toMatch(/^(\/(?![/])|[A-Za-z]:[\\/](?![\\/]))[^\p{Cc}]*$/u);
        expect(found.path.split(/[\\/]/)).not.toContain('..');
      }
    }),
    { numRuns: 500 },
  );
});

test('the first address among arguments is taken, wherever it stands', () => {
  expect(linkAmong(['burrow', '--flag', 'burrow://a', 'burrow://b'])).toBe('burrow://a');
  expect(linkAmong(['/app', '--x=burrow://a'])).toBeNull();
});
