import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { localSystem, type System } from '#core/system';
import { netrcHeaders, parseNetrc } from './netrc.ts';

it.each([
  ['machine a.test login me password secret\n', [{ machine: 'a.test', login: 'me', password: 'secret' }]],
  [
    'machine a.test\r\n  login me\r\n  password secret\r\nmachine b.test login you password other',
    [
      { machine: 'a.test', login: 'me', password: 'secret' },
      { machine: 'b.test', login: 'you', password: 'other' },
    ],
  ],
  ['machine a.test login me\nmachine b.test password x\n', []],
  [
    'macdef init\nmachine a.test login me password x\n\nmachine b.test login b password y',
    [{ machine: 'b.test', login: 'b', password: 'y' }],
  ],
  ['default login anonymous password a@b\nmachine a.test login me password x', []],
  ['machine a.test account x login me password y', [{ machine: 'a.test', login: 'me', password: 'y' }]],
  ['machine', []],
  ['', []],
])('reads %j', (text, logins) => expect(parseNetrc(text)).toEqual(logins));

it('reads arbitrary text', () => {
  const word = fc.constantFrom('machine', 'login', 'password', 'default', 'macdef', 'x', '\n', ' ', '\r\n');
  fc.assert(
    fc.property(fc.array(word), (words) => {
      for (const login of parseNetrc(words.join(' '))) expect(Object.values(login)).not.toContain('');
    }),
  );
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'burrow-netrc-'));
  await writeFile(
    join(folder, '.netrc'),
    'machine a.test login me password secret\nmachine a.test/team login team password t\nmachine a.test login never password n\nmachine 127.0.0.1:9 login lo password l\n',
  );
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const system = (env: Record<string, string> = {}, os: System['os'] = 'linux'): System => ({
  ...localSystem(),
  os,
  home: folder,
  env: { PATH: '', ...env },
});
const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` });

it.each([
  ['https://a.test/x/@v/list', basic('me:secret')],
  ['https://a.test/team/x', basic('team:t')],
  ['https://a.test/teams/x', basic('me:secret')],
  ['http://127.0.0.1:9/x', basic('lo:l')],
  ['http://a.test/x', {}],
  ['https://a.test:8443/x', {}],
  ['https://b.test/x', {}],
  ['https://a.test.evil.test/x', {}],
  ['https://other:word@a.test/x', {}],
])('gives %s its login', async (url, headers) => {
  expect(await netrcHeaders(system(), url)).toEqual(headers);
});

it('reads the file that Go would read', async () => {
  const url = 'https://a.test/';
  const elsewhere = join(folder, 'elsewhere');
  await writeFile(elsewhere, 'machine a.test login else password e\n');
  expect(await netrcHeaders(system({ NETRC: elsewhere }), url)).toEqual(basic('else:e'));
  expect(await netrcHeaders(system({ NETRC: join(folder, 'nowhere') }), url)).toEqual({});
  expect(await netrcHeaders(system({ GOAUTH: 'off' }), url)).toEqual({});
  expect(await netrcHeaders(system({ GOAUTH: 'git /x; netrc' }), url)).toEqual(basic('me:secret'));
  expect(await netrcHeaders(system({}, 'windows'), url)).toEqual(basic('me:secret'));
  await writeFile(join(folder, '_netrc'), 'machine a.test login windows password w\n');
  expect(await netrcHeaders(system({}, 'windows'), url)).toEqual(basic('windows:w'));
});
