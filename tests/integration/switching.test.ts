import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { UnreadableWhy } from '#contract/failure';
import { folderOfCommand, resolveGo } from '#core/switching';
import { stressed } from '#testing/stress';
import { type PosixShell, posixShells, SwitchingWorld } from '#testing/switching-world';
import { chdirCases } from '../fixtures/chdir-cases.ts';
import { pinAboveCases } from '../fixtures/pin-above-cases.ts';
import { type SwitchingCase, switchingCases } from '../fixtures/switching-cases.ts';

const whyUnreadable: Readonly<Record<UnreadableWhy, (place: string, file: string) => string>> = {
  form: (place) => `${place} does not name a Go version: "`,
  empty: (place) => `${place} does not name a Go version: it is empty`,
  image: (place) => `${place} does not name a Go version, but a container image: "`,
  denied: (_, file) => `${file} cannot be read: you have no permission`,
  folder: (_, file) => `${file} cannot be read: it is a folder`,
  special: (_, file) => `${file} cannot be read: it is a pipe, a socket or a device`,
  'utf-16': (_, file) => `${file} cannot be read: its encoding is UTF-16`,
  long: (_, file) => `${file} cannot be read as far as line`,
};

const cases = [...switchingCases, ...pinAboveCases, ...chdirCases];

/** In a normal run, one shell after the other, for every third case: the resolver is asked in all. */
function shellsFor(wanted: SwitchingCase): readonly PosixShell[] {
  const index = cases.indexOf(wanted);
  const turn = Math.floor(index / 3) % posixShells.length;
  return stressed(index % 3 === 0 ? posixShells.slice(turn, turn + 1) : [], posixShells);
}

/** The resolver needs none, but passes over those on PATH. */
function needsShims(wanted: SwitchingCase): boolean {
  return shellsFor(wanted).length > 0 || wanted.path !== undefined;
}

describe.each(cases)('$name', (wanted: SwitchingCase) => {
  const { expected } = wanted;
  let world: SwitchingWorld;
  beforeAll(async () => {
    world = await SwitchingWorld.make(wanted, { withShims: needsShims(wanted) });
  });
  afterAll(async () => {
    await world[Symbol.asyncDispose]();
  });
  const at = (by: string) => (by === 'BURROW_GO' ? by : `${world.root}/${by}`);

  it('resolver', async () => {
    const { asked, folder } = await world.asUser(async () => {
      const found = await folderOfCommand(world.askedDir, ['go', ...world.args]);
      return { folder: found, asked: await resolveGo(world.system, found) };
    });
    const { version, installed, instead, path, reason, problem, candidates } = asked;
    // The Go that Burrow starts; go-switch.test.ts tests whether it switches to another.
    const started = instead ?? { version, path };
    const by = reason && (reason.line === null ? reason.file : `${reason.file}:${reason.line}`);
    if (expected === 'nothing chosen') {
      expect({ version, installed, path, reason, candidates, problem }).toEqual({
        version: null,
        installed: false,
        path: null,
        reason: null,
        candidates: [],
        problem: { code: 'switching.nothing-chosen', params: { dir: folder } },
      });
    } else if (expected === 'BURROW_GO unreadable') {
      expect({ version, installed, path, by }).toEqual({
        version: null,
        installed: false,
        path: null,
        by: 'BURROW_GO',
      });
      expect(problem?.code).toBe('switching.variable-unreadable');
    } else if ('unreadable' in expected) {
      const { unreadable } = expected;
      expect({ version, installed, path, by }).toEqual({
        version: null,
        installed: false,
        path: null,
        by: at(unreadable),
      });
      const params = { rule: reason?.rule, why: expected.why ?? 'form' };
      expect(problem).toMatchObject({ code: 'version-file.unreadable', params });
      expect(candidates).toContainEqual(expect.objectContaining({ ...reason, outcome: 'unreadable' }));
    } else if ('noSystemGo' in expected) {
      const none = { version: null, installed: false, path: null, by: at(expected.noSystemGo) };
      expect({ version, installed, path, by }).toEqual(none);
      expect(problem?.code).toBe('switching.no-system-go');
    } else if ('notInstalled' in expected && (expected.instead ?? expected.insteadOther)) {
      const other = expected.insteadOther === undefined ? undefined : at(expected.insteadOther);
      expect({ by, problem }).toEqual({ by: at(expected.by), problem: null });
      if (expected.instead) expect(started.version).toBe(expected.instead);
      else expect(started.path).toBe(other);
    } else if ('notInstalled' in expected) {
      expect({ version, installed, path, instead, by }).toEqual({
        version: expected.notInstalled.replace(/^(?=\d)/, 'go'),
        installed: false,
        path: null,
        instead: null,
        by: at(expected.by),
      });
      expect(problem?.code).toBe('toolchain.not-installed');
    } else {
      if (!instead) expect({ installed, problem }).toEqual({ installed: true, problem: null });
      expect({ version: started.version, rule: reason?.rule, by }).toEqual({
        version: expected.version,
        rule: expected.rule,
        by: at(expected.by),
      });
      if (expected.other) expect(started.path).toBe(at(expected.other));
      expect(candidates.filter(({ outcome }) => outcome === 'decides')).toMatchObject([reason]);
    }
  });

  it.for(shellsFor(wanted))('shim under $name', (shell, ctx) => {
    if (shell.file === null) ctx.skip(`${shell.name} is not installed`);
    const ran = world.run(shell, world.shim());
    const args = world.args.join(' ');
    if (expected === 'nothing chosen') {
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      expect(ran.stderr).toContain('No Go is selected for');
    } else if (expected === 'BURROW_GO unreadable') {
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      expect(ran.stderr).toContain('BURROW_GO does not name a Go version');
    } else if ('noSystemGo' in expected) {
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      expect(ran.stderr).toContain(`${at(expected.noSystemGo)} asks for the system's Go`);
    } else if ('unreadable' in expected) {
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      const { why = 'form' } = expected;
      const place = at(expected.unreadable);
      expect(ran.stderr).toContain(whyUnreadable[why](place, place.replace(/:\d+$/, '')));
      const form = /\.toml:|default:/.exec(expected.unreadable)?.[0] ?? '';
      const hints: Record<string, string> = { '.toml:': 'in quotes', 'default:': '1.26.1 --global`' };
      if (why === 'form' || why === 'empty') {
        expect(ran.stderr).toContain(hints[form] ?? '1.26.1` in its folder');
      }
      if (why === 'image') expect(ran.stderr).toMatch(/Write the plain version there: 1\.24(?:\.9)?\.\n/);
      expect(ran.stderr).not.toContain('\u001b');
    } else if ('notInstalled' in expected && (expected.instead ?? expected.insteadOther)) {
      const program = expected.instead
        ? `${expected.instead} go`
        : `other ${at(expected.insteadOther ?? '')}`;
      expect(ran).toMatchObject({ exitCode: 0, stderr: '', args, program, gotoolchain: null });
    } else if ('notInstalled' in expected) {
      expect(ran).toMatchObject({ exitCode: 127, stdout: '' });
      expect(ran.stderr).toContain(`(wanted by ${at(expected.by)})`);
      expect(ran.stderr).toContain(
        expected.gone ? 'it was adopted' : `\`burrow install ${expected.notInstalled}\``,
      );
    } else {
      const other = expected.other ?? (expected.rule === 'path' ? expected.by : null);
      const program = other === null ? `${expected.version} go` : `other ${at(other)}`;
      expect(ran).toMatchObject({ exitCode: 0, stderr: '', args, program, goroot: null });
      expect(ran.gotoolchain).toBe(expected.gotoolchain ?? null);
    }
  });
});
