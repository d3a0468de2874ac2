import { createHash } from 'node:crypto';
import type { Inspection } from '#contract/binaries';
import type { UnreadProgram } from '#contract/image-contents';
import { isFailure, isFailureOfClass } from '#contract/failure';
import { inspectInMemory, type RecognizedGo, recognizeGo } from '#core/binaries';
import { shrinkHeap } from '#core/system';

/** What was found in an executable of a layer. */
export type FoundProgram = GoFile | { kind: 'unread'; reason: UnreadProgram['reason'] };

interface GoFile extends RecognizedGo {
  kind: 'go';
  sha256: string;
  /** null: it cannot be read whole, or is not, to save time. */
  inspection: Inspection | null;
}

/** Reading 10 MB whole takes half a second, so in an image full of programs only the first ones are. */
const maxInspectedBytes = 160 * 1024 * 1024;

const largeBytes = 16 * 1024 * 1024;

/**
 * Looks at executables one after the other, as they come out of layers, and reads the Go programs whole, each content once,
 * though only after the last layer it is known which of them are there at the end: keeping them until then would take
 * too much memory. Returns null for all others.
 */
export function programReader(): (path: string, content: Buffer) => Promise<FoundProgram | null> {
  const known = new Map<string, GoFile>();
  let inspectedBytes = 0;
  return async (path, content) => {
    try {
      const recognized = await recognizeGo(path, content);
      if (!recognized) return null;
      const sha256 = createHash('sha256').update(content).digest('hex');
      const before = known.get(sha256);
      if (before) return before;
      const isInspected = !isOfGo(recognized) && inspectedBytes + content.length <= maxInspectedBytes;
      if (isInspected) inspectedBytes += content.length;
      const inspection = isInspected ? await inspected(path, content) : null;
      // What reading a large program leaves behind would be in memory beside the next one.
      if (isInspected && content.length > largeBytes) shrinkHeap();
      const found: GoFile = { kind: 'go', sha256, ...recognized, inspection };
      known.set(sha256, found);
      return found;
    } catch (error) {
      if (isFailure(error, 'binary.packed')) return { kind: 'unread', reason: 'packed' };
      if (isFailure(error, 'binary.damaged')) return { kind: 'unread', reason: 'damaged' };
      throw error;
    }
  };
}

/** The commands of a Go toolchain, of which an image has two dozen: nobody asks what is in them. */
function isOfGo({ mainPackage }: RecognizedGo): boolean {
  return mainPackage.startsWith('cmd/');
}

async function inspected(path: string, content: Buffer): Promise<Inspection | null> {
  try {
    return await inspectInMemory(path, content);
  } catch (error) {
    if (isFailureOfClass(error, 'unreadable')) return null;
    throw error;
  }
}
