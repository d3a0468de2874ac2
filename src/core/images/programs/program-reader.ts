import { createHash } from 'node:crypto';
import type { UnreadProgram } from '#contract/image-contents';
import { isFailure } from '#contract/failure';
import { type RecognizedGo, recognizeGo } from '#core/binaries';

/** What was found in an executable of a layer. */
export type FoundProgram = GoFile | { kind: 'unread'; reason: UnreadProgram['reason'] };

interface GoFile extends RecognizedGo {
  kind: 'go';
  sha256: string;
  /** To read it whole once it is known whether it is in the final file system; null: too many are in memory. */
  content: Buffer | null;
}

/** Of the content of Go programs, as much is kept in memory. */
const maxKeptBytes = 96 * 1024 * 1024;

/**
 * Looks at executables one after the other, as they come out of layers, and keeps the content of the Go programs, each once:
 * only after the last layer it is known which of them are there at the end. Returns null for all others.
 */
export function programReader(): (path: string, content: Buffer) => Promise<FoundProgram | null> {
  const known = new Map<string, GoFile>();
  let keptBytes = 0;
  return async (path, content) => {
    try {
      const recognized = await recognizeGo(path, content);
      if (!recognized) return null;
      const sha256 = createHash('sha256').update(content).digest('hex');
      const before = known.get(sha256);
      if (before) return before;
      const isKept = !isOfGo(recognized) && keptBytes + content.length <= maxKeptBytes;
      if (isKept) keptBytes += content.length;
      const found: GoFile = { kind: 'go', sha256, ...recognized, content: isKept ? content : null };
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
