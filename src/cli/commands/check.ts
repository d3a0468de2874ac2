import path from 'node:path';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import type { Options, Registrar } from '../program.ts';
import { checkWords } from '../words/check.ts';
import { codeOf, findingsJson } from '../words/doctor.ts';

async function check(host: Host, [dir]: string[], options: Options): Promise<number> {
  const absolute = (given: string) => path.resolve(host.system.cwd, given);
  const [report] = await Promise.all([
    host.client.budgets.check(
      {
        dir: absolute(dir ?? '.'),
        ...(options['file'] === undefined ? {} : { file: absolute(String(options['file'])) }),
      },
      { signal: host.signal },
    ),
    import('#contract/budget-failures'),
  ]);
  answer(host, { ...report, findings: findingsJson(report.findings, host) }, () => checkWords(report, host));
  return codeOf(report.findings);
}

/** Adds `burrow check`. */
export function checkCommands(to: Registrar): void {
  const { help } = to.text.check;
  to.add('check', help.summary, check, (command) =>
    command.argument('[dir]', help.dir).option('--file <file>', help.file),
  );
}
