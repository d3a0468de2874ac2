import type { FileChange, FileChanges } from '#contract/image-comparison';
import { imageEntryKinds } from '#contract/image-entry-kinds';
import { applyLayers, type FinalEntry, type LayerContent } from '#core/images';
import { onlyTouched } from './lowest-layers.ts';

/** At most so many rows are given; the counts are of all. */
export const maxFileRows = 5000;

/** The layers of one image, lowest first. */
type Layers = readonly LayerContent[];

/** A file of a final file system, with what is compared of it. */
interface Found {
  kind: string;
  bytes: number;
  mode: number;
  owner: string;
  link: string;
  layer: number;
  /** Where its SHA-256 is; null: it is no regular file. */
  hash: { of: Uint8Array; at: number } | null;
}

/**
 * The files that differ between the final file systems of two images; folders only where their owner or mode differs.
 * `moved` is a file of the same content at another path. All of them, in no order. Pure.
 */
export function fileChanges(a: Layers, b: Layers): FileChange[] {
  const common = a.findIndex((layer, index) => layer !== b[index]);
  const lowest = common < 0 ? a.length : common;
  const above = [...a.slice(lowest), ...b.slice(lowest)];
  const touched = onlyTouched(a.slice(0, lowest), above);
  return changesOf([...touched, ...a.slice(lowest)], [...touched, ...b.slice(lowest)]);
}

function changesOf(a: Layers, b: Layers): FileChange[] {
  const before = applyLayers(a);
  const after = applyLayers(b);
  const changes: FileChange[] = [];
  const gone: Lone[] = [];
  const came: Lone[] = [];
  for (const entry of before.entries()) {
    const other = after.at(entry.path);
    if (!other) lone(gone, a, entry);
    else if (!isSameEntry(a, entry, b, other)) {
      const change = changeOf(entry.path, found(a, entry), found(b, other));
      if (change) changes.push(change);
    }
  }
  for (const entry of after.entries()) if (!before.at(entry.path)) lone(came, b, entry);
  return [...changes, ...withMoves(gone, came)];
}

/** Whether nothing that is compared differs; quicker than to put together what each is. */
function isSameEntry(a: Layers, one: FinalEntry, b: Layers, other: FinalEntry): boolean {
  const [left, right] = [a[one.layer], b[other.layer]];
  if (left === right && one.entry === other.entry) {
    return one.contentEntry === other.contentEntry && a[one.contentLayer] === b[other.contentLayer];
  }
  // Links and folders that are only implied are rare enough.
  if (one.contentEntry < 0 || other.contentEntry < 0) return false;
  const [content, others] = [a[one.contentLayer], b[other.contentLayer]];
  const [at, otherAt] = [one.contentEntry, other.contentEntry];
  return (
    content !== undefined &&
    others !== undefined &&
    content.modes[at] === others.modes[otherAt] &&
    content.uids[at] === others.uids[otherAt] &&
    content.gids[at] === others.gids[otherAt] &&
    isSameHash(content.hashes, at * 32, others.hashes, otherAt * 32)
  );
}

interface Lone extends Found {
  path: string;
}

function lone(to: Lone[], layers: Layers, entry: FinalEntry): void {
  const its = found(layers, entry);
  if (its.kind !== 'directory') to.push({ path: entry.path, ...its });
}

function found(layers: Layers, { layer, entry, contentLayer, contentEntry }: FinalEntry): Found {
  const own = layers[layer];
  const kind = entry < 0 ? 'directory' : (imageEntryKinds[own?.kinds[entry] ?? -1] ?? 'file');
  const content = contentEntry < 0 ? undefined : layers[contentLayer];
  // Owner and mode belong to the content, which hard links share.
  const [its, at] = content ? [content, contentEntry] : [own, entry];
  return {
    kind: content ? 'file' : kind,
    bytes: content?.bytes[contentEntry] ?? 0,
    mode: its?.modes[at] ?? -1,
    owner: entry < 0 ? '' : `${its?.uids[at] ?? 0}:${its?.gids[at] ?? 0}`,
    link: content ? '' : (own?.links[String(entry)] ?? ''),
    layer,
    hash: content ? { of: content.hashes, at: contentEntry * 32 } : null,
  };
}

/** null: nothing that is compared differs. */
function changeOf(path: string, a: Found, b: Found): FileChange | null {
  const metadata: FileChange['metadata'] = [
    ...(a.kind === b.kind ? [] : [{ name: 'kind' as const, a: a.kind, b: b.kind }]),
    // A folder that only its content implies has neither.
    ...(a.mode === b.mode || a.mode < 0 || b.mode < 0
      ? []
      : [{ name: 'mode' as const, a: octal(a.mode), b: octal(b.mode) }]),
    ...(a.owner === b.owner || a.owner === '' || b.owner === ''
      ? []
      : [{ name: 'owner' as const, a: a.owner, b: b.owner }]),
    ...(a.link === b.link ? [] : [{ name: 'link' as const, a: a.link, b: b.link }]),
  ];
  const isSame = a.kind === b.kind && isSameContent(a, b);
  if (isSame && metadata.length === 0) return null;
  return {
    path: `/${path}`,
    how: isSame ? 'metadata' : 'changed',
    from: null,
    a: a.bytes,
    b: b.bytes,
    layerA: a.layer,
    layerB: b.layer,
    metadata,
  };
}

function isSameContent({ hash: a }: Found, { hash: b }: Found): boolean {
  return a && b ? isSameHash(a.of, a.at, b.of, b.at) : a === b;
}

function isSameHash(one: Uint8Array, at: number, other: Uint8Array, otherAt: number): boolean {
  for (let i = 0; i < 32; i++) if (one[at + i] !== other[otherAt + i]) return false;
  return true;
}

function octal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

/** Files that went and came with the same content moved: one of each, those of the same name first. */
function withMoves(gone: readonly Lone[], came: readonly Lone[]): FileChange[] {
  const left = Map.groupBy(gone, keyOf);
  const moved = new Map<Lone, Lone>();
  const take = (fits: (from: Lone, to: Lone) => boolean) => {
    for (const to of came) {
      if (moved.has(to) || to.bytes === 0) continue;
      const candidates = left.get(keyOf(to)) ?? [];
      const at = candidates.findIndex((from) => fits(from, to));
      const [from] = at < 0 ? [] : candidates.splice(at, 1);
      if (from) moved.set(to, from);
    }
  };
  take((from, to) => nameOf(from.path) === nameOf(to.path));
  take(() => true);
  const origins = new Set(moved.values());
  return [
    ...came.map((to) => {
      const from = moved.get(to);
      return from ? movedFile(from, to) : oneSided(null, to);
    }),
    ...gone.filter((each) => !origins.has(each)).map((each) => oneSided(each, null)),
  ];
}

function keyOf({ hash, path }: Lone): string {
  if (!hash) return path;
  return Buffer.from(hash.of.buffer, hash.of.byteOffset + hash.at, 32).toString('latin1');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function movedFile(from: Lone, to: Lone): FileChange {
  const metadata = changeOf(to.path, from, to)?.metadata ?? [];
  return {
    path: `/${to.path}`,
    how: 'moved',
    from: `/${from.path}`,
    a: from.bytes,
    b: to.bytes,
    layerA: from.layer,
    layerB: to.layer,
    metadata,
  };
}

function oneSided(a: Lone | null, b: Lone | null): FileChange {
  return {
    path: `/${(b ?? a)?.path ?? ''}`,
    how: a ? 'removed' : 'added',
    from: null,
    a: a?.bytes ?? null,
    b: b?.bytes ?? null,
    layerA: a?.layer ?? null,
    layerB: b?.layer ?? null,
    metadata: [],
  };
}

/** The changes counted by what they are, and the largest of them. Pure. */
export function countFiles(changes: readonly FileChange[]): FileChanges {
  const count = (how: FileChange['how']) => {
    const its = changes.filter((each) => each.how === how);
    return { files: its.length, bytes: its.reduce((sum, each) => sum + bytesOf(each), 0) };
  };
  const rows = changes.toSorted(
    (x, y) =>
      Math.abs(bytesOf(y)) - Math.abs(bytesOf(x)) || order(x) - order(y) || (x.path < y.path ? -1 : 1),
  );
  return {
    added: count('added'),
    removed: count('removed'),
    changed: count('changed'),
    metadata: count('metadata'),
    moved: count('moved'),
    rows: rows.slice(0, maxFileRows),
    omitted: Math.max(0, rows.length - maxFileRows),
  };
}

/** By how many bytes a file is larger in B. Pure. */
export function bytesOf({ a, b }: Pick<FileChange, 'a' | 'b'>): number {
  return (b ?? 0) - (a ?? 0);
}

/** Of equal changes, that of a content before that of a mode. */
function order({ how }: FileChange): number {
  return how === 'metadata' ? 1 : 0;
}
