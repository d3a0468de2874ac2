import path from 'node:path';
import { brokenCandidate, decidingCandidate } from '#contract/broken-candidate';
import { describeFailure } from '#contract/failure';
import { installCommand } from '#contract/install-command';
import { shellWord } from '#contract/shell-word';
import type { Candidate, Resolution } from '#contract/switching';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { table } from '../output/table.ts';
import { plain } from './plain.ts';
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
  const outcome = text.outcome[candidate.outcome];
  const state = other === null ? outcome : text.disagrees(outcome, path.basename(other));
  if (broken) return [paint.bad('●'), ...row, paint.bad(state)];
  if (candidate.outcome === 'fails') return ['', ...row, paint.bad(state)];
  return candidate.outcome === 'decides'
    ? [paint.accent('●'), ...row, paint.accent(state)]
    : ['', ...row.map((cell) => paint.faint(cell)), paint.faint(state)];
}

/** Formats the candidates, highest precedence first, with their outcomes; empty if there are none. */
export function explained(resolution: Resolution, host: Host): string {
  if (resolution.candidates.length === 0) return '';
  const columns = ['', '', '', '', ''].map((title) => ({ title }));
  const broken = brokenCandidate(resolution);
  return table(
    columns,
    resolution.candidates.map((candidate) => candidateRow(candidate, candidate === broken, host)),
  );
}

/** Warnings about a pin that is too old for a go.mod or go.work below it, and about one outside the repository. */
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

/** Formats what a command really starts, and how to mend it; empty if it is Burrow's shim. */
export function commandRuns({ problem }: Resolution['onPath'], host: Host): string {
  if (problem === null) return '';
  const { message, hint } = describeFailure(problem, host.locale);
  return `${paint.warn(plain(message))}\n${plain(hint)}`;
}

/**
 * Formats what Burrow selects or what is wanted, and why, after what a command starts instead, if anything; only that
 * if nothing is selected, which the failure explains.
 */
export function decided(resolution: Resolution, host: Host): string {
  const { reason, problem, version, path: program, onPath } = resolution;
  const instead = commandRuns(onPath, host);
  if (reason === null || (problem && version === null)) return instead;
  const file = program && paint.faint(program);
  const head = [version && paint.strong(version), file].filter(Boolean).join('  ');
  const why = because(decider(resolution) ?? reason, host);
  const lines = [
    onPath.kind === 'shim' || reason.rule === 'path' ? head : host.text.current.selects(head),
    why,
    ...switching(resolution, host),
    ...warnings(resolution, host),
  ];
  return [instead, lines.join('\n')].filter(Boolean).join('\n\n');
}

/** What decides about the version that runs; null: nothing does. */
function decider({ reason, candidates, instead, problem, switch: goSwitch }: Resolution): Place | null {
  if (!goSwitch || (goSwitch.how === 'fails' && !problem && !instead)) return reason;
  if (goSwitch.how !== 'fails' || problem) return goSwitch.setBy;
  // It has switched because of GOTOOLCHAIN, to a version that is too old.
  return candidates.find(({ rule, outcome }) => rule === 'gotoolchain' && outcome === 'fails') ?? reason;
}

/** What Go's own switching does, or why it fails although `go version` still runs. */
function switching(resolution: Resolution, host: Host): string[] {
  const { version, instead, installs, reason, switch: goSwitch, path: program, problem } = resolution;
  const words = host.text.current;
  if (instead && version && !goSwitch) {
    const command = installCommand[host.locale](typed(version), installs);
    return [paint.warn(words.leftToGo(typed(version), command))];
  }
  if (!goSwitch || !reason) return [];
  const { to, how, why } = goSwitch;
  const by = decider(resolution);
  const isSame = by?.file === reason.file && by.line === reason.line;
  const started = instead?.version ?? instead?.path;
  const lines = started ? [words.started(started, isSame ? null : because(reason, host))] : [];
  if (how === 'path') lines.push(words.finds(to));
  else if (how === 'download') {
    // For `go 1.26`, Go looks for go1.26.0, but any 1.26 satisfies it.
    const written = decidingCandidate(resolution);
    const wanted = (written?.outcome === 'not-installed' && written.wanted) || to;
    const command = installCommand[host.locale](typed(wanted), installs);
    lines.push(program === null ? words.downloads(to, command) : words.hasDownloaded(to));
  }
  const faint = lines.map((line) => paint.faint(line));
  if (!why || problem) return faint;
  const { message, hint } = describeFailure(why, host.locale);
  return [...faint, paint.warn(message), hint];
}

type Place = NonNullable<Resolution['reason']>;

function because({ rule, file, line, text }: Place, host: Host): string {
  if (rule === 'path') return host.text.current.firstOnPath;
  const said = rule === 'gotoolchain' && line !== null ? `GOTOOLCHAIN=${text}` : text;
  return host.text.current.because(place({ file, line }), said);
}
