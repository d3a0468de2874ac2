import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { localSystem, type System } from '#core/system';
import { newFolder, removeFolder } from '#testing/folders';
import {
  admittedNavigation,
  admittedUpgrade,
  type Change,
  combinedAttacks,
  inBytes,
  type Known,
  type RawRequest,
  tokenAttacks,
  upgradeAttacks,
} from '#testing/raw-attacks';
import { type RawAnswer, sendRaw } from '#testing/raw-http';
import { stressed } from '#testing/stress';
import { signIn } from '#testing/web-client';
import { startWebHost, type WebHost } from '#web';

let folder: string;
let system: System;
let host: WebHost;
/** A second host, whose token stays unused. */
let fresh: WebHost;
let known: Known;

beforeAll(async () => {
  folder = await newFolder('web-attacks');
  await mkdir(join(folder, 'ui'));
  await writeFile(join(folder, 'ui/index.html'), '<!doctype html><title>Burrow</title>');
  system = { ...localSystem(), env: { ...process.env, BURROW_HOME: join(folder, 'home') } };
  host = await startWebHost(system, { folder: join(folder, 'ui') });
  fresh = await startWebHost(system, { folder: join(folder, 'ui') });
  const port = Number(new URL(host.url).port);
  known = { port, token: new URL(fresh.url).searchParams.get('token') ?? '', ...(await signIn(host.url)) };
});

afterAll(async () => {
  await host.close();
  await fresh.close();
  await removeFolder(folder);
});

function attack(admitted: RawRequest, change: Change, on: Known): Promise<RawAnswer> {
  change(admitted, on);
  return sendRaw(on.port, inBytes(admitted));
}

/** The host whose token is not used yet. */
function onFresh(): Known {
  return { ...known, port: Number(new URL(fresh.url).port) };
}

/** What an answer gives away; null if it refuses, with the headers that every answer has. */
function gained({ status, headers, body }: RawAnswer): string | null {
  if (status === 101) return 'a socket';
  if (headers.has('set-cookie') || body.includes('setItem')) return 'a session';
  if (body.includes('<title>Burrow</title>')) return 'the app';
  if (status === 0) return null;
  const missing = [
    ['content-security-policy', "default-src 'none'"],
    ['x-content-type-options', 'nosniff'],
    ['x-frame-options', 'DENY'],
    ['referrer-policy', 'no-referrer'],
    ['cross-origin-opener-policy', 'same-origin'],
    ['cross-origin-resource-policy', 'same-origin'],
  ].filter(([name = '', value = '']) => !headers.get(name)?.includes(value));
  return missing.length > 0 ? `an answer without ${missing.join(', ')}` : null;
}

describe('a program that knows the cookie and all but one thing', () => {
  test('is admitted when nothing is wrong, so that the attacks below mean something', async () => {
    const { status, headers } = await attack(admittedUpgrade(known), () => {}, known);
    expect(status).toBe(101);
    expect(headers.get('sec-websocket-protocol')).toBe('burrow');
  });

  test.each(upgradeAttacks)('gets no socket: $name', async ({ change }) => {
    expect(gained(await attack(admittedUpgrade(known), change, known))).toBeNull();
  });

  test('gets no socket by several at once', async () => {
    const count = stressed(300, 5000);
    const won: string[] = [];
    for (const { name, change } of combinedAttacks(count, 8)) {
      const gain = gained(await attack(admittedUpgrade(known), change, known));
      if (gain !== null) won.push(`${gain}: ${name}`);
    }
    console.log(`stress: raw requests for a socket: ${won.length} of ${count} succeeded`);
    expect(won).toEqual([]);
  });
});

describe('a request with the token that is not the user’s navigation', () => {
  test.each(tokenAttacks)('gets no session: $name', async ({ change }) => {
    expect(gained(await attack(admittedNavigation(onFresh()), change, onFresh()))).toBeNull();
  });

  test('leaves the token to the user', async () => {
    expect(gained(await attack(admittedNavigation(onFresh()), () => {}, onFresh()))).toBe('a session');
    expect(gained(await attack(admittedNavigation(onFresh()), () => {}, onFresh()))).toBeNull();
  });
});
