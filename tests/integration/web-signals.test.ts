import { execa } from 'execa';
import { constants } from 'node:os';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CommandLine } from '#testing/command-line';
import { onPath } from '#testing/on-path';
import { type ReleaseServer, startReleaseServer } from '#testing/release-server';
import { RunningHost } from '#testing/running-host';
import { stressed } from '#testing/stress';
import { openTab, signIn, type Tab } from '#testing/web-client';

/**
 * A signal ends `burrow serve`, and everything that it started, within a second, whatever it is doing. The limit of the
 * tests is far above it, for slow machines; they print what they measured.
 */
const limitMs = 20_000;
const measured: number[] = [];

const go = onPath('go');
let burrow: CommandLine;
let releases: ReleaseServer;

beforeAll(async () => {
  releases = await startReleaseServer();
  for (const [version, more] of [
    ['go1.26.1', { padding: 400_000 }],
    ['go1.26.2', { files: 4000 }],
  ] as const) {
    releases.offerFake({ version, os: 'linux', arch: 'amd64', ...more });
  }
  releases.fail({ path: /go1\.26\.1.*gz$/, kind: { bytesPerSecond: 50_000 } });
});

beforeEach(async () => {
  burrow = await CommandLine.make({ BURROW_GO_DL: releases.dl });
});

afterAll(async () => {
  const late = measured.filter((ms) => ms > 1000).length;
  console.log(
    `stress: signals: ${measured.length - late} of ${measured.length} ended the host within 1 s, the slowest after ${Math.round(Math.max(...measured))} ms`,
  );
  await releases.close();
});

/** What the host is in the middle of when the signal arrives. */
type Moment = (host: RunningHost) => Promise<unknown>;

async function tabOf(host: RunningHost): Promise<Tab & { port: number }> {
  const url = await host.address();
  const port = Number(new URL(url).port);
  return { ...(await openTab(port, await signIn(url))), port };
}

async function halfSent(port: number, text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  await new Promise((sent) => socket.write(text, sent));
  return socket;
}

/** Starts a call, and waits for its first event. */
async function begin<T>(stream: Promise<AsyncIterator<T>>, until: (event: T) => boolean): Promise<void> {
  const events = await stream;
  for (;;) {
    const { done, value } = await events.next();
    if (done) throw new Error('It ended too early.');
    if (until(value)) break;
  }
  void events.next().catch(() => undefined);
}

const moments: Record<string, Moment> = {
  'at its start': () => new Promise((passed) => setTimeout(passed, 30)),
  'when it has printed its address': (host) => host.address(),
  'with a page open': (host) => tabOf(host),
  'with ten pages open': async (host) => {
    const url = await host.address();
    const session = await signIn(url);
    for (let opened = 0; opened < 10; opened++) await openTab(Number(new URL(url).port), session);
  },
  'with half a request': async (host) => {
    const url = await host.address();
    await halfSent(Number(new URL(url).port), 'GET / HTTP/1.1\r\nHost: 127');
  },
  'with half a request for a socket': async (host) => {
    const { port } = await tabOf(host);
    await halfSent(port, `GET /rpc HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\n`);
  },
  'during a download': async (host) => {
    const { client } = await tabOf(host);
    await client.installs.start({ version: '1.26.1', os: 'linux', arch: 'amd64', from: 'official' });
    await begin(client.installs.watch(), (event) => event.type === 'run' && !!event.run.progress?.bytes);
  },
  'during the unpacking': async (host) => {
    const { client } = await tabOf(host);
    const install = client.toolchains.install({
      version: '1.26.2',
      os: 'linux',
      arch: 'amd64',
      from: 'official',
    });
    await begin(install, ({ phase }) => phase === 'unpacking' || phase === 'verifying');
  },
  'during a call that reads a pipe': async (host) => {
    await execa('mkfifo', [join(burrow.root, 'a.go'), join(burrow.root, 'program')]);
    await burrow.write('go.mod', 'module example.com/m\n\ngo 1.20\n');
    const { client } = await tabOf(host);
    void client.builds.mainPackages({ dir: burrow.root }).catch(() => undefined);
    void client.binaries.inspect({ path: join(burrow.root, 'program') }).catch(() => undefined);
    await new Promise((passed) => setTimeout(passed, 300));
  },
  'during a build whose compiler ignores signals': async (host) => {
    const { client } = await tabOf(host);
    await burrow.write('m/go.mod', 'module example.com/m\n\ngo 1.20\n');
    await burrow.write('m/main.go', 'package main\n\nfunc main() {}\n');
    const started = join(burrow.root, 'started');
    const stubborn = await burrow.write(
      'bin/stubborn',
      `#!/bin/sh\ncase $* in *-V=full*) exec "$@" ;; esac\ntrap '' TERM INT HUP\n: > '${started}'\nwhile :; do /bin/sleep 1; done\n`,
      0o755,
    );
    const build = client.builds.run({ dir: join(burrow.root, 'm'), args: ['-toolexec', stubborn, '.'] });
    void begin(build, () => false).catch(() => undefined);
    await expect
      .poll(() => execa('test', ['-e', started], { reject: false }).then(({ exitCode }) => exitCode))
      .toBe(0);
  },
  'while a browser is being opened': async (host) => {
    await host.address();
    await expect
      .poll(async () => (await host.processes()).some(({ args }) => args.includes('600')))
      .toBe(true);
  },
  'when it is ending already': async (host) => {
    await tabOf(host);
    host.process.kill('SIGTERM');
  },
};

const needsGo = 'during a build whose compiler ignores signals';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** In a normal run, each moment meets one signal, in turn: one handler takes all three. */
function momentsFor(signal: (typeof signals)[number]): [string, Moment][] {
  const all = Object.entries(moments);
  return stressed(
    all.filter((_, index) => signals[index % signals.length] === signal),
    all,
  );
}

describe.each(signals)('%s', (signal) => {
  test.for(momentsFor(signal))('ends the host %s', async ([moment, reach], context) => {
    if (moment === needsGo && go === null) context.skip('there is no Go');
    const opens = moment === 'while a browser is being opened';
    await burrow.write('bin/xdg-open', '#!/bin/sh\nexec /bin/sleep 600\n', 0o755);
    await using host = new RunningHost(burrow, opens ? [] : ['--no-open'], {
      ...(opens && { DISPLAY: ':9' }),
      ...(moment === needsGo && { PATH: `${burrow.root}/bin:${process.env['PATH']}` }),
    });
    await reach(host);
    const ms = await host.end(signal);
    measured.push(ms);
    expect(ms).toBeLessThan(limitMs);
    const { exitCode, signal: died } = await host.process;
    const ok = [0, 130, 128 + (constants.signals[signal] ?? 0)];
    expect(died === undefined ? ok : [signal, 'SIGINT']).toContain(died ?? exitCode);
    await burrow[Symbol.asyncDispose]();
  });
});
