import path from 'node:path';
import { brokenCandidate, decidingCandidate } from '#contract/broken-candidate';
import { installCommand } from '#contract/install-command';
import { shellWord } from '#contract/shell-word';
import type { Candidate, Resolution } from '#contract/switching';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { typed } from './version.ts';

/** `file:line`, or only the file if there is no line. */
export function place(at: { file: string; line: number | null }): string {
  return at.line === null ? at.file : `${at.file}:${at.line}`;
}

/** `broken`: it decided, and no Go runs because of it. */
function candidateRow(candidate: Candidate, broken: boolean, host: Host): string[] {
  const text = host.text.current;
  const row = [text.rule[candidate.rule], place(candidate), candidate.text];
  const { disagreesWith: other } = candidate;
  const became = text.outcome[candidate.outcome];
  const state = other === null ? became : text.disagrees(became, path.basename(other));
  if (broken) return [paint.bad('●'), ...row, paint.bad(state)];
  return candidate.outcome === 'decides'
    ? [paint.accent('●'), ...row, paint.accent(state)]
    : ['', ...row.map((cell) => paint.faint(cell)), paint.faint(state)];
}

/** Formats the candidates, highest precedence first, with their outcomes. */
export function explained(resolution: Resolution, host: Host): string {
  const columns = ['', '', '', '', ''].map((title) => ({ title }));
  const broken = brokenCandidate(resolution);
  return table(
    columns,
    resolution.candidates.map((candidate) => candidateRow(candidate, candidate === broken, host)),
  );
}

/** Warns of a pin that is too old for a go.mod or go.work below it, and of one outside the repository. */
function warnings(resolution: Resolution, host: Host): string[] {
  const words = host.text.current;
  const tooOld = resolution.candidates.find(({ outcome }) => outcome === 'too-old');
  const said = tooOld ? [words.tooOld(place(tooOld), tooOld.text)] : [];
  const { outsideRepository: repository } = resolution;
  const pin = decidingCandidate(resolution);
  if (repository !== null && pin?.wanted) {
    const command = `burrow use ${typed(pin.wanted)} --dir ${shellWord(repository)}`;
    said.push(words.outsideRepository(place(pin), repository, command));
  }
  return said.map(paint.warn);
}

/** Formats what runs or is wanted, and why; empty if there is neither, which the failure explains. */
export function decided(resolution: Resolution, host: Host): string {
  const { reason, instead, problem, installs } = resolution;
  if (reason === null || (problem && resolution.version === null)) return '';
  const { version, path: program } = instead ?? resolution;
  const file = program && paint.faint(program);
  const head = [version && paint.strong(version), file].filter(Boolean).join('  ');
  const words = host.text.current;
  const why = reason.rule === 'path' ? words.firstOnPath : words.because(place(reason), reason.text);
  // Go's own switching looks for go1.26.0 where `go 1.26` is written, which any 1.26 satisfies.
  const written = decidingCandidate(resolution);
  const missing = written?.outcome === 'not-installed' ? written.wanted : resolution.version;
  const wanted = instead && missing && typed(missing);
  const left = wanted
    ? paint.warn(words.leftToGo(wanted, installCommand[host.locale](wanted, installs)))
    : '';
  return [head, why, left, ...warnings(resolution, host)].filter(Boolean).join('\n');
}
