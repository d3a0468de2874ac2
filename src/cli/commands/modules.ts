import path from 'node:path';
import type { ModuleCheck, ModuleCheckEvent, ModuleCheckResult } from '#contract/modules';
import { drain } from '#contract/streams';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { showTick } from '../output/tick.ts';
import type { Options, Registrar } from '../program.ts';
import { checkWords, modulesWords } from '../words/modules.ts';
import { plain } from '../words/plain.ts';

/** The checks that the options ask for. */
function wantedChecks(options: Options): ModuleCheck[] {
  return [
    ...(options.verify ? (['verify'] as const) : []),
    ...(options.offlineCheck ? (['vendor', 'cache'] as const) : []),
  ];
}

async function runChecks(host: Host, dir: string, checks: ModuleCheck[]): Promise<ModuleCheckResult[]> {
  const stream = await host.client.modules.check({ dir, checks }, { signal: host.signal });
  const tick = showTick();
  const say = (event: ModuleCheckEvent): void => {
    if (event.type === 'output') tick.update(plain(event.text));
    else tick.end();
    if (event.type === 'started') host.remark(paint.faint(host.text.modules.checking[event.check]));
  };
  try {
    return (await drain(stream, say)).results;
  } finally {
    tick.end();
  }
}

async function list(host: Host, [given = '.']: string[], options: Options): Promise<number> {
  const dir = path.resolve(host.system.cwd, given);
  const request = { dir, ...(options.online ? { online: true } : {}) };
  const found = await host.client.modules.list(request, { signal: host.signal });
  const wanted = wantedChecks(options);
  const checks = wanted.length > 0 ? await runChecks(host, dir, wanted) : [];
  answer(host, { ...found, checks }, () =>
    [modulesWords(found, host), ...checks.flatMap((each) => checkWords(each, host))].join('\n'),
  );
  return checks.some(({ outcome }) => outcome === 'failed') ? exitCode.found : exitCode.done;
}

export function moduleCommands(to: Registrar): void {
  const { help } = to.text.modules;
  to.group('modules', help.summary, list, (command) =>
    command
      .argument('[dir]', to.text.common.options.dir)
      .usage('[options] [dir]')
      .option('--online', help.online)
      .option('--verify', help.verify)
      .option('--offline-check', help.offlineCheck),
  );
}
