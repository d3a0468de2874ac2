import { chmod, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DoctorFinding, DoctorReport } from '#contract/doctor';
import { describeFailure } from '#contract/failure';
import { undoChanges } from '#core/profiles';
import { adoptToolchain } from '#core/switching';
import { DoctorHome } from '#testing/doctor-home';
import { fakeGo, writeGoroot } from '#testing/fake-toolchains';
import { whyNoGo } from '#testing/go-programs';

const missing = await whyNoGo();

/** Plants one fault of each kind that other parts of Burrow find. */
async function plantAll(home: DoctorHome): Promise<void> {
  const { shells } = home;
  await shells.write('project/.go-version', '9.9.9\n');
  await shells.write('other/bin/go', '#!/bin/sh\n');
  await chmod(home.path('other/bin/go'), 0o755);
  // Another Go, which only a trace of the start finds: the line does not name it.
  await shells.write('.zshrc', 'export EDITOR=vi\neval "$(echo export PATH=~/oth"er"/bin:$PATH)"\n');
  await shells.write(
    '.bashrc',
    `export GOROOT=/nowhere\nalias go=echo\n${await shells.read('.bashrc')}export PATH=~/other/bin:$PATH\n`,
  );
  await shells.write(
    '.config/go/env',
    'GOPROXY=https://goproxy.cn\nGOPRIVATE="example.com"\nGOPATH=relative\n',
  );
  for (const version of ['go1.19.5', 'go1.18.3', 'go1.17.2']) {
    await writeGoroot(home.path(`sdk/${version}`), fakeGo(version, { arch: home.system.arch }));
    await adoptToolchain(home.system, { path: home.path(`sdk/${version}`) });
  }
  await rm(home.path('sdk/go1.18.3'), { recursive: true });
  await writeFile(`${home.toolchain('go1.17.2')}.json`, '{');
  await mkdir(home.toolchain('go1.26.1').replace('toolchains', 'staging'));
  await rm(home.path('.burrow/shims/gofmt'));
  await writeFile(home.path('.burrow/shims/go'), '#!/bin/sh\n');
  await writeFile(home.path('.burrow/history.db'), 'not a database');
  await chmod(home.path('.burrow'), 0o755);
  await symlink(home.path('other/bin'), home.path('bin'));
  home.putFirst(home.path('bin'));
}

let home: DoctorHome;
let report: DoctorReport;

beforeAll(async () => {
  if (missing !== null) return;
  home = await DoctorHome.make();
  await plantAll(home);
  report = await home.examine();
});
afterAll(() => home?.[Symbol.asyncDispose]());

/** `severity check file:line fix`, below the home folder. */
function told({ check, severity, evidence, fix }: DoctorFinding): string {
  const { file = null, line = null } = evidence[0] ?? {};
  const place = file === null ? '' : `${home.short(file)}${line === null ? '' : `:${line}`}`;
  const how = fix === null ? 'by hand' : fix.kind === 'apply' ? 'apply' : home.short(fix.command);
  return `${severity} ${check} ${place} ${how}`;
}

/** Findings of the machine itself, which are not planted. */
const ofMachine = /^\S+ (?:disk-space|clock|git|c-compiler|container-engine|network-disk|build-cache-size) /;

function planted({ findings }: DoctorReport): string[] {
  return findings.map(told).filter((each) => !ofMachine.test(each));
}

it.skipIf(missing !== null)('each planted fault is found once, with its file and line', () => {
  expect(planted(report)).toEqual([
    'error go-selection project/.go-version:1 burrow install 9.9.9',
    'error go-variables .config/go/env:3 apply',
    'warning burrow-commands .burrow/shims/gofmt apply',
    'warning path-order bin/go burrow shell apply',
    'warning shell-setup .zprofile apply',
    'warning profile-lines .bashrc:1 apply',
    'warning profile-lines .bashrc:2 apply',
    'warning profile-lines .bashrc:7 apply',
    'warning shells-agree .zshrc:2 by hand',
    'warning go-variables .config/go/env:2 apply',
    'warning module-proxies .config/go/env:1 apply',
    'warning toolchain-files .burrow/toolchains/go1.17.2.linux-amd64.json burrow install 1.17.2',
    'warning build-history .burrow/history.db by hand',
    'info toolchain-files .burrow/staging/go1.26.1.linux-amd64 burrow prune',
    'info adopted-toolchains sdk/go1.18.3 burrow remove 1.18.3',
    'info go-support .burrow/toolchains/go1.19.5.linux-amd64 by hand',
    'info burrow-home .burrow chmod 700 .burrow',
  ]);
  expect(new Set(report.findings.map(({ id }) => id)).size).toBe(report.findings.length);
  expect(home.bugs).toEqual([]);
});

it.skipIf(missing !== null)('each finding and each check says in both languages what it is', () => {
  const reasons = [
    ...report.findings.map(({ reason }) => reason),
    ...report.checks.map((each) => each.unknown),
  ];
  for (const reason of reasons.filter((each) => each !== null)) {
    const [en, zh] = (['en', 'zh-CN'] as const).map((locale) => describeFailure(reason, locale).message);
    expect(en).toMatch(/ /);
    expect(en).not.toBe(reason.code);
    expect(zh).toMatch(/[一-鿿]/);
  }
});

it.skipIf(missing !== null)(
  'fixes make findings disappear, and undo brings back both them and the bytes',
  async () => {
    const before = await home.everything();
    const ids = report.findings.filter(({ fix }) => fix?.kind === 'apply').map(({ id }) => id);
    const shown = await home.preview(ids);
    expect(shown.fixes).toHaveLength(ids.length);
    expect(await home.everything()).toEqual(before);
    const { fixed, failed } = await home.fix(ids);
    expect(failed).toEqual([]);
    expect(fixed.map(({ finding }) => finding)).toEqual(ids);
    expect(planted(await home.examine()).filter((each) => each.endsWith(' apply'))).toEqual([]);

    const entries = fixed.flatMap((each) => each.entries);
    // All but that of the shims, which are Burrow's own.
    expect(entries).toHaveLength(ids.length - 1);
    for (const entry of entries.toReversed()) await undoChanges(home.system, { entry });
    expect(await home.everything()).toEqual(before);
    const again = planted(await home.examine());
    const ofOurOwn = /burrow-commands|build-history/;
    expect(again).toEqual(planted(report).filter((each) => !ofOurOwn.test(each)));
  },
);

it.skipIf(missing !== null)('where all is well, nothing is found', async () => {
  await using well = await DoctorHome.make();
  const { findings, checks } = await well.examine();
  expect(
    findings.map(({ id, severity }) => `${severity} ${id}`).filter((each) => !ofMachine.test(each)),
  ).toEqual([]);
  expect(checks.filter(({ unknown }) => unknown !== null)).toEqual([]);
});

it.skipIf(missing !== null)(
  'a shell that hangs costs its time, and no other finding waits for it',
  async () => {
    await using slow = await DoctorHome.make();
    await slow.shells.write('.zshrc', 'export GOROOT=/nowhere\nsleep 60\n');
    const started = performance.now();
    const reports = new Map<string, number>();
    const { findings, checks } = await slow.examine(({ check }) => {
      reports.set(check, performance.now() - started);
    });
    const ms = performance.now() - started;
    const slowest = Math.max(...checks.map((each) => each.ms));
    expect(findings.map(({ reason }) => reason.code)).toContain('environment.shell-timed-out');
    expect(reports.get('profile-lines')).toBeLessThan(8000);
    expect(ms).toBeLessThan(slowest + 500);
    expect(ms).toBeLessThan(20_000);
  },
);
