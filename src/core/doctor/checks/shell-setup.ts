import type { FailureData } from '#contract/failure';
import type { ProfileEdit, ShellName, ShellStatus } from '#contract/shell';
import { applyPlan, planShells } from '#core/profiles';
import { refreshShims } from '#core/switching';
import type { System } from '#core/system';
import { hasDefault, installedVersions } from '#core/toolchains';
import type { Check, Fix, Found } from './check.ts';
import { knownShells } from './known-facts.ts';
import { reasonOf } from './reason.ts';

/** Whether the profiles of the shells in use have Burrow's lines, as this Burrow writes them. */
export const shellSetup: Check = {
  name: 'shell-setup',
  run: async (scene, signal) => {
    const { system } = scene;
    const [status, plan, isUsed] = await Promise.all([
      knownShells(scene, signal),
      planShells(system),
      inUse(system),
    ]);
    const about = { status, severity: isUsed ? 'warning' : 'info' } as const;
    const wanted = plan.files.filter(({ diff }) => diff !== '');
    const byShells = Map.groupBy(wanted, ({ shells }) => shells.join('+'));
    return [
      ...[...byShells.values()].map((edits) => toWrite(system, edits, about)),
      ...plan.files.filter(({ action }) => action === 'refused').map((edit) => refused(edit, about)),
      ...status.others.filter(({ exists, ready }) => exists && !ready).map(byHand),
    ];
  },
};

/** Before the first toolchain, nobody misses the lines. */
async function inUse(system: System): Promise<boolean> {
  return (await installedVersions(system)).length > 0 || hasDefault(system);
}

interface About {
  status: ShellStatus;
  severity: 'warning' | 'info';
}

/** The files of one shell, which are written together. */
function toWrite(system: System, edits: readonly ProfileEdit[], { status, severity }: About): Found {
  const shells = edits[0]?.shells ?? [];
  const paths = edits.map(({ path }) => path);
  const isOld = edits.some(({ action }) => action === 'update');
  return {
    about: shells.join('+'),
    severity,
    reason: reasonOf(isOld ? 'doctor.block-outdated' : 'doctor.block-missing', { shells }),
    evidence: paths.map((path) => ({ file: path, line: lineOf(status, path), value: '' })),
    fix: writeBlock(system, shells),
  };
}

function refused({ path, shells, reason }: ProfileEdit, { status, severity }: About): Found {
  const state = status.profiles.find((each) => each.path === path)?.state;
  return {
    about: path,
    // Who has edited or deleted the lines knows of it.
    severity: state === 'edited' || state === 'removed' ? 'info' : severity,
    reason: reason as FailureData,
    evidence: [{ file: path, line: lineOf(status, path), value: '' }],
    fix:
      state === 'edited' || state === 'removed'
        ? { kind: 'command', command: `burrow shell plan --shell ${shells.join(',')}` }
        : null,
  };
}

function byHand({ name, profile, lines }: ShellStatus['others'][number]): Found {
  return {
    about: name,
    severity: 'info',
    reason: reasonOf('doctor.shell-by-hand', { name, profile, lines }),
    evidence: [{ file: profile, line: null, value: '' }],
    fix: null,
  };
}

/** Where Burrow's lines begin in a profile; null: nowhere. */
function lineOf({ profiles }: ShellStatus, path: string): number | null {
  return profiles.find((each) => each.path === path)?.lines[0] ?? null;
}

function writeBlock(system: System, shells: readonly ShellName[]): Fix {
  return {
    kind: 'apply',
    preview: async () => {
      const { files } = await planShells(system, shells);
      const changed = files.filter(({ diff }) => diff !== '');
      return { does: null, files: changed.map(({ path, diff }) => ({ path, diff })) };
    },
    apply: async () => {
      const { id } = await planShells(system, shells);
      const { entry } = await applyPlan(system, id);
      // What comes first in PATH from now on must be there.
      await refreshShims(system);
      return entry === null ? [] : [entry];
    },
  };
}
