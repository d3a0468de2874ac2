import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { TestChecksumDatabase } from '#testing/test-checksum-database';
import { parseChecksumDatabase } from './database.ts';

const own = new TestChecksumDatabase(1);
/** A valid key for any name; the name itself is checked separately. */
const keyFor = (name: string): string => {
  const key = Buffer.from(own.key.split('+').slice(2).join('+'), 'base64');
  const hash = createHash('sha256').update(`${name}\n`).update(key).digest('hex').slice(0, 8);
  return `${name}+${hash}+${key.toString('base64')}`;
};

it.each([
  ['sum.golang.org', 'sum.golang.org', 'https://sum.golang.org', false],
  ['  sum.golang.org\t', 'sum.golang.org', 'https://sum.golang.org', false],
  // With an address no proxy is used; the alias stands for an address.
  ['sum.golang.google.cn', 'sum.golang.org', 'https://sum.golang.google.cn', true],
  ['sum.golang.org https://sums.corp.test/', 'sum.golang.org', 'https://sums.corp.test', true],
  [own.key, own.name, `https://${own.name}`, false],
  [`${own.key} http://127.0.0.1:8080/db`, own.name, 'http://127.0.0.1:8080/db', true],
  [keyFor('sums.corp.test/go/db'), 'sums.corp.test/go/db', 'https://sums.corp.test/go/db', false],
])('GOSUMDB=%s is %s at %s', (text, name, url, isAddressed) => {
  expect(parseChecksumDatabase(text)).toMatchObject({ key: { name }, url, isAddressed });
});

it.each([
  'off',
  '',
  'sum.unknown.test',
  'sum.unknown.test https://sum.golang.org',
  'sum.golang.google.cn https://sums.corp.test',
  'sum.golang.org https://sums.corp.test more',
  'sum.golang.org nonsense',
  keyFor('sums.corp.test/'),
  keyFor('user@sums.corp.test'),
  keyFor('sums.corp.test/../other'),
  keyFor('sums.corp.test?x'),
  keyFor('sums.corp.test#x'),
])('GOSUMDB=%s is not a database', (text) => expect(parseChecksumDatabase(text)).toBeNull());
