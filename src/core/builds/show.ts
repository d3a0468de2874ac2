import { stat } from 'node:fs/promises';
import type { BuildDetail } from '#contract/build';
import { isFailure } from '#contract/failure';
import { hashProgram, readerVersion } from '#core/binaries';
import type { History } from '#core/history';
import { readProgram } from './artifact.ts';

/**
 * A build with its long parts. A program that an earlier reader has read is read again first, if its file still has the same
 * content; if that cannot be done, what the history has is returned. Failures: as `History.get`.
 */
export async function showBuild(history: History, id: string): Promise<BuildDetail> {
  const detail = await history.get(id);
  const { artifact, analysis, buildId, buckets } = detail;
  // Without buckets, it is the content of a file that is no program.
  const lacksBuildId = buildId === null && buckets.length > 0;
  if (!artifact || (analysis >= readerVersion && !lacksBuildId)) return detail;
  try {
    if (!(await hasContent(artifact))) return detail;
    const { artifact: now, ...fresh } = await readProgram(history, artifact.path);
    if (now?.sha256 !== artifact.sha256) return detail;
    await history.keepAnalysis(artifact, fresh);
  } catch (error) {
    if (!isFailure(error)) throw error;
    return detail;
  }
  return history.get(id);
}

/** Whether a file of this size is there, with this hash. */
async function hasContent({ path, bytes, sha256 }: NonNullable<BuildDetail['artifact']>): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.size === bytes && (await hashProgram(path)).sha256 === sha256;
}
