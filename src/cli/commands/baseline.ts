import path from 'node:path';
import { markdownCode, markdownTable } from '#contract/markdown';
import type { DriftFinding } from '#contract/snapshots';
import { tellDrift } from '#contract/words/drift';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import type { Options } from '../program.ts';
import { plain } from '../words/plain.ts';
import { folderOf } from './folder.ts';

/** Compares this machine with a project's baseline; exits with 3 if a fact does not hold. */
export async function checkBaseline(host: Host, [given]: string[], options: Options): Promise<number> {
  const file = given === undefined ? {} : { file: path.resolve(host.system.cwd, given) };
  const input = { dir: folderOf(host, options), ...file };
  const found = await host.client.snapshots.check(input, { signal: host.signal });
  const findings = found.findings.map((each) => ({ ...each, message: tellDrift(each, host.locale) }));
  answer(host, { ...found, findings }, () =>
    options.markdown === true ? markdownOf(found, host) : textOf(found, host),
  );
  return findings.length === 0 ? exitCode.done : exitCode.found;
}

type Checked = Awaited<ReturnType<Host['client']['snapshots']['check']>>;

/** `file:line` of a finding; the value stands beside it. */
function placesOf({ evidence }: DriftFinding): string[] {
  return evidence.flatMap(({ file, line }) =>
    file === null ? [] : [line === null ? file : `${file}:${line}`],
  );
}

function headOf({ file, facts, findings }: Checked, { text }: Host, shown: (text: string) => string): string {
  const { snapshots: words } = text;
  const name = shown(path.basename(file));
  return findings.length === 0 ? words.holds(name, facts) : words.drifts(name, findings.length, facts);
}

function textOf(found: Checked, host: Host): string {
  const lines = found.findings.flatMap((finding) => [
    `${finding.severity === 'error' ? paint.bad('●') : paint.warn('●')} ${plain(tellDrift(finding, host.locale))}`,
    ...placesOf(finding).map((place) => paint.faint(`    ${plain(place)}`)),
    ...(finding.fix ? [paint.faint(`    ${host.text.snapshots.fix(plain(finding.fix.command))}`)] : []),
  ]);
  const head = headOf(found, host, plain);
  return lines.length === 0 ? paint.good(head) : [head, '', ...lines].join('\n');
}

function markdownOf(found: Checked, host: Host): string {
  const { summary: words } = host.text.snapshots;
  const value = (text: string | null) => markdownCode(text ?? words.none);
  const rows = found.findings.map((finding) => [
    markdownCode(finding.id),
    value(finding.expected),
    finding.problem === 'unknown' ? words.unknown : value(finding.found),
    placesOf(finding).map(markdownCode).join(' '),
    markdownCode(finding.fix?.command ?? ''),
  ]);
  return [
    `## ${words.title}`,
    '',
    headOf(found, host, markdownCode),
    ...(rows.length === 0
      ? []
      : ['', markdownTable([words.fact, words.expected, words.found, words.where, words.fix], rows)]),
  ].join('\n');
}
