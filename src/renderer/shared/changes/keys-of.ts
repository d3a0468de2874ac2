import type { QueryKey } from '@tanstack/react-query';
import type { ChangeTopic } from '#contract/change-topics';
import { orpc } from '#shared/client.ts';
import { doctorKey } from '#shared/doctor/index.ts';

/** What has to be read again after a change on disk. Only what is on the screen is read at once. */
const keys: Record<ChangeTopic, readonly QueryKey[]> = {
  versions: [
    orpc.switching.key(),
    orpc.toolchains.key(),
    orpc.projects.key(),
    orpc.environment.key(),
    orpc.setup.key(),
    doctorKey,
  ],
  modules: [orpc.modules.key(), orpc.projects.key(), orpc.builds.mainPackages.key()],
  toolchains: [
    orpc.toolchains.key(),
    orpc.switching.key(),
    orpc.native.key(),
    orpc.tools.key(),
    orpc.upkeep.key(),
    orpc.setup.key(),
    doctorKey,
  ],
  environment: [
    orpc.environment.key(),
    orpc.variables.key(),
    orpc.proxies.key(),
    orpc.shell.key(),
    orpc.findings.key(),
    orpc.consistency.key(),
    orpc.switching.key(),
    orpc.setup.key(),
    doctorKey,
  ],
  builds: [orpc.builds.key(), orpc.projects.key(), orpc.snapshots.key(), orpc.images.contents.key()],
  settings: [orpc.settings.key()],
  setup: [orpc.setup.key()],
};

/** What starts every shell, which takes seconds, and is read after all else. */
const slowKeys = new Set([doctorKey, orpc.consistency.key(), orpc.setup.key()].map(textOf));

/**
 * What is read again once watching has begun, since it may have changed between its first reading and then; nothing
 * slow.
 */
export const firstKeys: readonly QueryKey[] = [
  orpc.switching.key(),
  orpc.toolchains.list.key(),
  orpc.projects.key(),
  orpc.builds.key(),
  orpc.settings.key(),
];

/** The keys of the queries that depend on any of these, each once: those that are quick to read, and the others. */
export function keysOf(topics: readonly ChangeTopic[]): { quick: QueryKey[]; slow: QueryKey[] } {
  const byText = new Map(topics.flatMap((topic) => keys[topic]).map((key) => [textOf(key), key]));
  const all = [...byText.values()];
  return { quick: all.filter((key) => !isSlow(key)), slow: all.filter(isSlow) };
}

function isSlow(key: QueryKey): boolean {
  return slowKeys.has(textOf(key));
}

function textOf(key: QueryKey): string {
  return JSON.stringify(key);
}
