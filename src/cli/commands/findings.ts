import { describeFinding, describeNoFix } from '#contract/describe-finding';
import type { Finding } from '#contract/findings';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { diffLines } from '../output/diff.ts';
import { paint } from '../output/paint.ts';
import { confirmed } from '../output/question.ts';
import { plain } from '../words/plain.ts';
import { changeLines } from '../words/shell-change.ts';

/** A finding in the user's language. */
function described(finding: Finding, { locale, text }: Host) {
  const manager = finding.manager === null ? '' : text.common.goManager[finding.manager];
  return describeFinding(finding, manager, locale);
}

function findingText(finding: Finding, host: Host): string {
  const { id, severity, file, line, text, fix, noFix } = finding;
  const { title, explanation } = described(finding, host);
  const words = host.text.findings;
  const tone = severity === 'warning' ? paint.warn : paint.faint;
  const why = noFix === null ? '' : describeNoFix(noFix, host.locale);
  return [
    `${paint.strong(`${plain(file)}:${line}`)} · ${tone(plain(title))}`,
    `  ${plain(text)}`,
    `  ${paint.faint(plain(explanation))}`,
    ...(why === '' ? [] : [`  ${paint.faint(why)}`]),
    ...(fix === null ? [] : [`  ${paint.faint(words.off(id))}`]),
  ].join('\n');
}

/** Lines of profiles that conflict with Burrow; exits with 3 if one of them changes which Go runs. */
export async function findings(host: Host): Promise<number> {
  const result = await host.client.findings.list(undefined, { signal: host.signal });
  const all = result.findings.map((finding) => ({ ...finding, ...described(finding, host) }));
  answer(host, { findings: all }, () => {
    if (all.length === 0) return host.text.findings.none;
    return result.findings.map((finding) => findingText(finding, host)).join('\n\n');
  });
  return all.some(({ severity }) => severity === 'warning') ? exitCode.found : exitCode.done;
}

/** Comments the lines of findings out, once their change was shown and the user has agreed. */
export async function turnOff(host: Host, ids: string[]): Promise<number | void> {
  const { findings: words, shell } = host.text;
  const shown = await host.client.findings.preview({ ids }, { signal: host.signal });
  if (!host.json) host.remark(shown.files.map(({ diff }) => diffLines(diff).join('\n')).join('\n\n'));
  if (!(await confirmed(host, shell.confirm(shown.files.length), 'burrow shell off --help'))) {
    host.remark(shell.kept);
    return exitCode.cancelled;
  }
  const result = await host.client.findings.turnOff({ id: shown.id, ids }, { signal: host.signal });
  answer(host, result, () =>
    [
      ...changeLines(result, host),
      '',
      shell.newTerminal,
      ...(result.entry === null ? [] : [paint.faint(words.undo(result.entry))]),
    ].join('\n'),
  );
}
