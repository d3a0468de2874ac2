import type { ImageContents, ImageProgram, LayerEntries, WastedFile } from '#contract/image-contents';
import { imageEntryKinds, type ImageEntryKind } from '#contract/image-entry-kinds';
import { withoutControlCharacters } from '#contract/control-characters';
import { lineOf } from '../layers/layer-list.ts';
import type { FileNode } from './file-node.ts';
import { modeText } from './mode-text.ts';
import { wasteByPath } from './waste.ts';

/** What is known about a file besides its place in the tree. */
export interface FileFacts {
  kind: ImageEntryKind;
  /** `rwxr-xr-x`; empty: it has no entry of its own. */
  mode: string;
  /** `0:0`, of user and group. */
  owner: string;
  /** The target of a link; null: it is none. */
  link: string | null;
  program: ImageProgram | null;
  wasted: readonly WastedFile[];
}

/** Looks up facts of files; made once for an image. */
export interface FileFactsOf {
  (node: FileNode): FileFacts;
  /** The step of a layer in one line; empty: not recorded. */
  step: (layer: number) => string;
  /** The paths of the Go programs, relative to the root. */
  programs: ReadonlySet<string>;
}

const none: readonly WastedFile[] = [];

/** Finds out about the files of an image. Pure. */
export function fileFacts(layers: readonly LayerEntries[], contents: ImageContents): FileFactsOf {
  const wasted = wasteByPath(contents.waste.files);
  const programs = new Map(contents.programs.map((each) => [each.path.replace(/^\/+/, ''), each]));
  const of = ({ path, kind, layer, entry }: FileNode): FileFacts => {
    const entries = entry < 0 ? undefined : layers[layer];
    return {
      kind: imageEntryKinds[kind] ?? 'file',
      mode: entries ? modeText(entries.modes[entry] ?? 0) : '',
      owner: entries ? `${entries.uids[entry] ?? 0}:${entries.gids[entry] ?? 0}` : '',
      link: entries?.links[String(entry)] ?? null,
      program: programs.get(path) ?? null,
      wasted: wasted.get(path) ?? none,
    };
  };
  return Object.assign(of, {
    step: (layer: number) => lineOf(contents.layers[layer]?.step),
    programs: new Set(programs.keys()),
  });
}

/** A name of a file as it can be shown: anybody may have chosen it. */
export function shownName(name: string): string {
  return withoutControlCharacters(name);
}

/** A path in an image as it can be shown: from the root, with or without a slash before it. */
export function shownPath(path: string): string {
  return `/${shownName(path.replace(/^\/+/, ''))}`;
}
