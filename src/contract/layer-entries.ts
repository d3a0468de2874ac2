import type { LayerEntries } from './image-contents.ts';

/** A layer as it arrives. */
export interface ArrivedLayer extends LayerEntries {
  /** Of an entry in the folder of the entry before, its name; null: it is in another folder. With them, few paths need be looked into. */
  names: (string | null)[];
}

/** A column as its values and how often each occurs in a row: `[0, 4, 2, 1]` is 0, 0, 0, 0, 2. */
type Runs = number[];

/** The entries of a layer as they are sent. Modes and owners are mostly the same for thousands of entries. */
interface SentLayer {
  /** The paths with `//` between them; of one in the folder of the path before, only `/` and its name. No path has `//` in it. */
  paths: string;
  count: number;
  kinds: Runs;
  bytes: number[];
  modes: Runs;
  uids: Runs;
  gids: Runs;
  links: Record<string, string>;
}

/** What `layersOf` reads: half as long as the layers themselves as JSON. Pure. */
export function layersText(layers: readonly LayerEntries[]): string {
  return JSON.stringify(
    layers.map(
      ({ paths, kinds, bytes, modes, uids, gids, links }): SentLayer => ({
        paths: shortened(paths),
        count: paths.length,
        kinds: runsOf(kinds),
        bytes,
        modes: runsOf(modes),
        uids: runsOf(uids),
        gids: runsOf(gids),
        links,
      }),
    ),
  );
}

/** The layers in an answer of `images.entries`, lowest first. The answer is Burrow's own, and is not checked again. */
export function layersOf({ layersJson }: { layersJson: string }): ArrivedLayer[] {
  return (JSON.parse(layersJson) as SentLayer[]).map(({ paths, count, bytes, links, ...runs }) => ({
    ...pathsOf(paths, count),
    kinds: valuesOf(runs.kinds, count),
    bytes,
    modes: valuesOf(runs.modes, count),
    uids: valuesOf(runs.uids, count),
    gids: valuesOf(runs.gids, count),
    links,
  }));
}

function shortened(paths: readonly string[]): string {
  let folder = '';
  let text = '';
  for (let at = 0; at < paths.length; at++) {
    const path = paths[at] ?? '';
    const slash = path.lastIndexOf('/');
    if (at > 0) text += '//';
    if (slash > 0 && slash === folder.length && path.startsWith(folder)) {
      text += path.slice(slash);
    } else {
      folder = path.slice(0, Math.max(0, slash));
      text += path;
    }
  }
  return text;
}

function pathsOf(text: string, count: number): Pick<ArrivedLayer, 'paths' | 'names'> {
  const paths = count === 0 ? [] : text.split('//');
  const names: (string | null)[] = paths.map(() => null);
  let folder = '';
  for (let at = 0; at < count; at++) {
    const sent = paths[at] ?? '';
    if (sent.startsWith('/')) {
      paths[at] = folder + sent;
      names[at] = sent.slice(1);
    } else {
      folder = sent.slice(0, Math.max(0, sent.lastIndexOf('/')));
    }
  }
  return { paths, names };
}

function runsOf(values: readonly number[]): Runs {
  const runs: Runs = [];
  let start = 0;
  for (let end = 1; end <= values.length; end++) {
    if (values[end] === values[start]) continue;
    runs.push(values[start] ?? 0, end - start);
    start = end;
  }
  return runs;
}

function valuesOf(runs: Runs, count: number): number[] {
  const values: number[] = [];
  values.length = count;
  let start = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const end = start + (runs[at + 1] ?? 0);
    values.fill(runs[at] ?? 0, start, end);
    start = end;
  }
  return values;
}
