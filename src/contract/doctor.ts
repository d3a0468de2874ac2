import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { base, failureData } from './base.ts';

/** `error`: Go or Burrow does not work. `warning`: something runs other than people expect, or will soon. `info`: all else. */
export const doctorSeverity = z.enum(['error', 'warning', 'info']);
export type DoctorSeverity = z.infer<typeof doctorSeverity>;

/** What shows a finding. */
export const doctorEvidence = z.object({
  /** A file or a folder; null: it stands in none. */
  file: z.string().nullable(),
  /** Counted from 1; null: it is about the whole file. */
  line: z.number().int().nullable(),
  /** The line, the value or the figure; secrets masked. */
  value: z.string(),
});
export type DoctorEvidence = z.infer<typeof doctorEvidence>;

export const doctorFinding = z.object({
  /** The same as long as the fact is: `goroot-set:3f9a1c`. */
  id: z.string(),
  /** The name of the check that found it. */
  check: z.string(),
  severity: doctorSeverity,
  /** What it is, and what to do, in the form of a failure. */
  reason: failureData,
  evidence: z.array(doctorEvidence),
  /** `apply`: Burrow mends it, after a preview. `command`: what to run by hand, because Burrow must not. null: neither. */
  fix: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('apply') }),
      z.object({ kind: z.literal('command'), command: z.string() }),
    ])
    .nullable(),
});
export type DoctorFinding = z.infer<typeof doctorFinding>;

/** What one check gave. */
export const checkReport = z.object({
  check: z.string(),
  ms: z.number(),
  findings: z.array(doctorFinding),
  /** Why the check has no answer, in the form of a failure; null: it has one. */
  unknown: failureData.nullable(),
});
export type CheckReport = z.infer<typeof checkReport>;

export const doctorReport = z.object({
  /** Errors first. */
  findings: z.array(doctorFinding),
  checks: z.array(checkReport.omit({ findings: true })),
});
export type DoctorReport = z.infer<typeof doctorReport>;

const ids = z.array(z.string()).min(1);

/** What fixing would change. */
export const fixPreview = z.object({
  /** Names exactly these changes. */
  id: z.string(),
  fixes: z.array(
    z.object({
      finding: z.string(),
      /** What is done, in the form of a failure; null: the diffs say it all. */
      does: failureData.nullable(),
      files: z.array(z.object({ path: z.string(), diff: z.string() })),
    }),
  ),
});
export type FixPreview = z.infer<typeof fixPreview>;

export const fixResult = z.object({
  fixed: z.array(
    z.object({
      finding: z.string(),
      /** The entries in the journal of edits that undo it. */
      entries: z.array(z.string()),
    }),
  ),
  /** What could not be fixed, and why; what came before it stays fixed. */
  failed: z.array(z.object({ finding: z.string(), reason: failureData })),
});
export type FixResult = z.infer<typeof fixResult>;

const where = z.object({
  /** The folder whose project is examined as well. */
  dir: z.string(),
});

export const doctorContract = {
  /** Runs all checks side by side; yields each when it is done. Changes nothing. */
  examine: base.input(where).output(eventIterator(checkReport, doctorReport)),
  /** What fixing these findings would change. Changes nothing. */
  preview: base.input(where.extend({ ids })).output(fixPreview),
  /** Fixes them, unless what the preview showed has changed since. */
  fix: base.input(where.extend({ id: z.string(), ids })).output(fixResult),
};
