import { useDeferredValue, useMemo, useState } from 'react';
import type { ImageContents, LayerEntries } from '#contract/image-contents';
import { fileFacts, type FileFactsOf } from './file-facts.ts';
import { fileSystem } from './file-system.ts';
import { matchesIn } from './matches.ts';
import { foldersTo, openFolders, type Toggled } from './open-folders.ts';
import type { ShownFiles } from './shown-files.ts';
import { type TreeRow, treeRows } from './tree-rows.ts';
import { wastedFiles } from './waste.ts';

/** Hook: the rows of the tree, and the folders that are open in it. */
export function useTree(
  layers: readonly LayerEntries[],
  contents: ImageContents,
  { filter, search, order, layer, active }: ShownFiles,
): {
  rows: readonly TreeRow[];
  files: number;
  bytes: number;
  facts: FileFactsOf;
  toggle: (paths: readonly string[], open: boolean) => void;
} {
  // Typing stays quick while 100,000 names are searched.
  const wanted = useDeferredValue(search);
  const [toggled, setToggled] = useState<Toggled>(
    // A link to a file shows it.
    () => new Map(foldersTo(active ?? '').map((path) => [path, true])),
  );
  const facts = useMemo(() => fileFacts(layers, contents), [layers, contents]);
  const whole = useMemo(() => fileSystem(layers, layer), [layers, layer]);
  const system = useMemo(
    () => (filter === 'wasted' ? wastedFiles(contents.waste.files, layer) : whole),
    [filter, contents, layer, whole],
  );
  const matches = useMemo(
    () => matchesIn(system, { filter, search: wanted, layer, programs: facts.programs }),
    [system, filter, wanted, layer, facts],
  );
  const files = matches.files[0] ?? 0;
  const isNarrowed = filter !== 'all' || wanted.trim() !== '';
  const rows = useMemo(() => {
    const isOpen = openFolders(toggled, facts.programs, isNarrowed ? files : null);
    return treeRows(system, matches, order, isOpen);
  }, [system, matches, order, toggled, facts, isNarrowed, files]);
  return {
    rows,
    files,
    bytes: matches.bytes[0] ?? 0,
    facts,
    toggle: (paths, open) =>
      setToggled((now) => new Map([...now, ...paths.map((path) => [path, open] as const)])),
  };
}
