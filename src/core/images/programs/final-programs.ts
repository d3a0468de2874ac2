import type { Inspection } from '#contract/binaries';
import type { ImageProgram, UnreadProgram } from '#contract/image-contents';
import type { AppliedLayers, LayerContent } from '../contents/index.ts';
import type { FoundProgram } from './program-reader.ts';

/** A layer, and by path what was found in its executables. */
interface LayerPrograms {
  content: LayerContent;
  programs: ReadonlyMap<string, FoundProgram>;
}

/** An executable of the final file system. */
interface FinalProgram {
  /** A name that it has there. */
  path: string;
  bytes: number;
  layer: number;
  found: FoundProgram;
}

/** The executables of the final file system, each once, whatever names it has. By path. */
export function finalPrograms(layers: readonly LayerPrograms[], applied: AppliedLayers): FinalProgram[] {
  const found = new Map<string, FinalProgram>();
  for (const [layer, { content, programs }] of layers.entries()) {
    // One that the image has twice is stored once.
    if (programs.size === 0 || layers.findIndex((each) => each.content === content) !== layer) continue;
    for (let entry = 0; entry < content.paths.length; entry++) {
      const program = programs.get(content.paths[entry] ?? '');
      const bytes = content.bytes[entry] ?? 0;
      // A whiteout may have the same path.
      if (program && bytes > 0 && applied.hidden(layer, entry) === null) {
        found.set(`${layer} ${entry}`, { path: content.paths[entry] ?? '', bytes, layer, found: program });
      }
    }
  }
  for (const { path, contentLayer, contentEntry } of applied.entries()) {
    const program = found.get(`${contentLayer} ${contentEntry}`);
    // The name that the layer has may be gone, and a hard link be left.
    if (program && !isItsName(applied, program.path, contentLayer, contentEntry)) program.path = path;
  }
  return [...found.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** Executable files of the final file system that are so large that nobody looked into them. */
export function tooLargePrograms(
  layers: readonly LayerPrograms[],
  applied: AppliedLayers,
  maxBytes: number,
): UnreadProgram[] {
  const found: UnreadProgram[] = [];
  for (const [layer, { content }] of layers.entries()) {
    for (let entry = 0; entry < content.paths.length; entry++) {
      const bytes = content.bytes[entry] ?? 0;
      const isProgram = ((content.modes[entry] ?? 0) & 0o111) !== 0;
      if (bytes <= maxBytes || !isProgram || applied.hidden(layer, entry) !== null) continue;
      found.push({ path: content.paths[entry] ?? '', bytes, layer, reason: 'too-large' });
    }
  }
  return found;
}

function isItsName(applied: AppliedLayers, path: string, layer: number, entry: number): boolean {
  const at = applied.at(path);
  return at?.contentLayer === layer && at.contentEntry === entry;
}

/** The Go programs among them, and those of which it is not known what they are. */
export function listPrograms(final: readonly FinalProgram[]): {
  programs: ImageProgram[];
  unreadPrograms: UnreadProgram[];
} {
  const programs: ImageProgram[] = [];
  const unreadPrograms: UnreadProgram[] = [];
  for (const { path, bytes, layer, found } of final) {
    if (found.kind === 'unread') {
      unreadPrograms.push({ path, bytes, layer, reason: found.reason });
      continue;
    }
    const { kind: _kind, inspection: _inspection, mainModule, ...facts } = found;
    const module = mainModule?.path ?? null;
    programs.push({
      path,
      bytes,
      layer,
      ...facts,
      module,
      version: mainModule?.version || null,
      build: null,
      buildBy: null,
    });
  }
  return { programs, unreadPrograms };
}

/** What was read of the Go programs among them, each content once. */
export function inspectionsOf(final: readonly FinalProgram[]): Inspection[] {
  const inspections = new Map<string, Inspection>();
  for (const { path, found } of final) {
    if (found.kind !== 'go' || !found.inspection || inspections.has(found.sha256)) continue;
    inspections.set(found.sha256, { ...found.inspection, path });
  }
  return [...inspections.values()];
}
