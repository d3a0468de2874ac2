import type { LayerEntries } from '#contract/image-contents';
import { imageEntryKinds, type ImageEntryKind } from '#contract/image-entry-kinds';

/** An entry of a layer for tests: `['usr/bin/go', 'file', 12]`, of a link its target in place of the bytes. */
export type ExampleEntry = readonly [
  path: string,
  kind?: ImageEntryKind,
  bytesOrLink?: number | string,
  mode?: number,
];

/** A layer for tests. */
export function exampleLayer(...entries: readonly ExampleEntry[]): LayerEntries {
  const links = entries.flatMap(([, , link], index) =>
    typeof link === 'string' ? [[String(index), link]] : [],
  );
  return {
    paths: entries.map(([path]) => path),
    kinds: entries.map(([, kind = 'file']) => imageEntryKinds.indexOf(kind)),
    bytes: entries.map(([, , bytes]) => (typeof bytes === 'number' ? bytes : 0)),
    modes: entries.map(([, kind, , mode]) => mode ?? (kind === 'directory' ? 0o755 : 0o644)),
    uids: entries.map(() => 0),
    gids: entries.map(() => 0),
    links: Object.fromEntries(links) as Record<string, string>,
  };
}
