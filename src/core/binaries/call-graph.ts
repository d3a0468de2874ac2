import { readGoIdentity, releaseOf } from './build-info/index.ts';
import { Damaged } from './bytes/index.ts';
import { readProgram } from './formats/index.ts';
import { readFunctionFacts } from './functions/index.ts';
import { type CallGraph, readCallGraph } from './loaded/index.ts';
import { readLinked } from './program-facts.ts';

/**
 * Reads which code of a Go program keeps which. null: it is not known, as for WebAssembly, universal files and processors other
 * than amd64 and arm64, or the file has another content than `sha256` says. Failures: those of opening the file.
 */
export async function callGraphOf(path: string, sha256: string): Promise<CallGraph | null> {
  try {
    const read = await readProgram(path, (identified, content) => {
      if (!identified || identified.format === 'wasm' || identified.slices.length !== 1) return null;
      const image = readLinked(identified.format, content);
      const identity = readGoIdentity(image);
      if (!identity || image.bytes.pointerBytes !== 8 || !image.bytes.littleEndian) return null;
      return readCallGraph(image, readFunctionFacts(image, releaseOf(identity.goVersion)));
    });
    return read.sha256 === sha256 ? read.found : null;
  } catch (error) {
    if (error instanceof Damaged) return null;
    throw error;
  }
}
