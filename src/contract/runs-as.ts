import type { GoTarget } from './machine.ts';
import type { RunsAs } from './toolchains.ts';

/** The processors whose programs run on a machine, best first: its own, then what Rosetta translates. */
export function runnableArchs({ os, arch }: GoTarget): string[] {
  return os === 'darwin' && arch === 'arm64' ? [arch, 'amd64'] : [arch];
}

/** How a program that was built for a target runs on a machine. */
export function runsAs(machine: GoTarget, { os, arch }: GoTarget): RunsAs {
  const rank = os === machine.os ? runnableArchs(machine).indexOf(arch) : -1;
  return rank < 0 ? 'foreign' : rank === 0 ? 'native' : 'translated';
}

const order: readonly RunsAs[] = ['native', 'translated', 'foreign'];

/** A comparison for sorting: what runs better on a machine comes first; otherwise the order is kept. */
export function betterOn(machine: GoTarget): (a: GoTarget, b: GoTarget) => number {
  return (a, b) => order.indexOf(runsAs(machine, a)) - order.indexOf(runsAs(machine, b));
}
