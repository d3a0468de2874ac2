import { z } from 'zod';
import { build, buildDetail } from '#contract/build';
import { maxName, maxNote } from '#contract/build-orders';
import { failure } from '#contract/failure';

/** The version of the format; a change that an older Burrow would misread makes a new one. */
export const exportVersion = 1;

/** The longest lines in bytes: far more than the largest programs take. */
const maxProgramLine = 32_000_000;
const maxBuildLine = 1_000_000;

/** A year, far more than any build takes. */
const maxDurationMs = 366 * 24 * 60 * 60 * 1000;

const header = z.object({ burrow: z.literal('history'), version: z.number().int() });

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const size = z.number().int().nonnegative();

const programLine = buildDetail
  .pick({
    mainPackage: true,
    settings: true,
    modules: true,
    sections: true,
    buckets: true,
    packages: true,
    packagesMissing: true,
    owned: true,
    unowned: true,
    embedded: true,
    runs: true,
    analysis: true,
    mainModule: true,
    goVersion: true,
    target: true,
    stripped: true,
  })
  .extend({
    type: z.literal('program'),
    // Exports of an earlier Burrow do not have it.
    buildId: z.string().nullable().default(null),
    sha256,
    bytes: size,
  });
export type ProgramLine = z.infer<typeof programLine>;

const buildLine = build.extend({
  type: z.literal('build'),
  durationMs: z.number().nonnegative().max(maxDurationMs).nullable(),
  artifact: z.object({ path: z.string(), bytes: size, sha256 }).nullable(),
  name: z.string().max(maxName).nullable(),
  note: z.string().max(maxNote).nullable(),
});
export type BuildLine = z.infer<typeof buildLine>;

const line = z.discriminatedUnion('type', [programLine, buildLine]);

/**
 * What the lines of an export say, the first one excepted. Failures: import.refused, with the number of the line that is none. Pure.
 * `path`: of the file, for the failure.
 */
export async function* readLines(
  lines: AsyncIterable<{ number: number; text: string | null }>,
  path: string,
): AsyncGenerator<{ number: number; said: ProgramLine | BuildLine }> {
  let isFirst = true;
  for await (const { number, text } of lines) {
    const refuse = (reason: ImportProblem, detail = '') =>
      failure('import.refused', { path, line: number, reason, detail });
    if (text === null) throw refuse('too-long');
    const value = parsed(text);
    if (value === undefined) throw refuse('not-json');
    if (isFirst) {
      isFirst = false;
      const first = header.safeParse(value);
      if (!first.success) throw refuse('no-export');
      if (first.data.version !== exportVersion) throw refuse('other-version', String(first.data.version));
      continue;
    }
    const found = line.safeParse(value);
    if (!found.success) throw refuse('wrong-value', found.error.issues[0]?.path.join('.') ?? '');
    if (found.data.type === 'build' && text.length > maxBuildLine) throw refuse('too-long');
    yield { number, said: found.data };
  }
  if (isFirst) throw failure('import.refused', { path, line: 1, reason: 'no-export', detail: '' });
}

type ImportProblem = 'too-long' | 'not-json' | 'no-export' | 'other-version' | 'wrong-value';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The lines of a file, numbered from 1, without empty ones; `text` is null of one that is longer than any. */
export async function* linesOf(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<{ number: number; text: string | null }> {
  let pieces: Buffer[] = [];
  let length = 0;
  let number = 1;
  const take = () => {
    const text = Buffer.concat(pieces).toString().trim();
    pieces = [];
    length = 0;
    return text;
  };
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, from)) {
      pieces.push(chunk.subarray(from, end));
      from = end + 1;
      const text = take();
      if (text) yield { number, text };
      number += 1;
    }
    pieces.push(chunk.subarray(from));
    length += chunk.length - from;
    if (length > maxProgramLine) {
      yield { number, text: null };
      return;
    }
  }
  const text = take();
  if (text) yield { number, text };
}
