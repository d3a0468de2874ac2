import path from 'node:path';
import type { ModuleCheck, ModuleCheckEvent, ModuleCheckResult, TryWithoutEvent } from '#contract/modules';
import { drain } from '#contract/streams';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { showTick } from '../output/tick.ts';
import type { Options, Registrar } from '../program.ts';
import { checkWords, modulesWords } from '../words/modules.ts';
import { placeOf, tryWithoutWords, whyWords } from '../words/modules-why.ts';
import { folderOf } from './folder.ts';
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

/** What to ask about a module or package. */
function requestOf(host: Host, [target = '', program]: string[], options: Options) {
  return {
    dir: folderOf(host, options),
    target,
    ...(program === undefined ? {} : { program }),
    ...(options.online ? { online: true } : {}),
  };
}

async function why(host: Host, args: string[], options: Options): Promise<void> {
  const found = await host.client.modules.why(requestOf(host, args, options), { signal: host.signal });
  answer(host, found, () => whyWords(found, args[1], host));
}

function sayTrying(event: TryWithoutEvent, host: Host): string[] {
  const { tryWithout: words } = host.text;
  if (event.type === 'waiting') return [words.waiting];
  if (event.type === 'looking') return [words.looking];
  if (event.type === 'building') return [words.building[event.which]];
  if (event.type === 'output') return [];
  return [
    ...event.imports.map((each) => words.blankImport(plain(each.path), placeOf(each.file, each.line, host))),
    ...event.tags.map(({ tag, on }) => words.tag(plain(tag), on)),
  ];
}

async function tryWithout(host: Host, args: string[], options: Options): Promise<number> {
  const stream = await host.client.modules.tryWithout(requestOf(host, args, options), {
    signal: host.signal,
  });
  const tick = showTick();
  try {
    const result = await drain(stream, (event) => {
      if (event.type === 'output') tick.update(plain(event.text));
      else tick.end();
      for (const line of sayTrying(event, host)) host.remark(paint.faint(line));
    });
    tick.end();
    answer(host, result, () => tryWithoutWords(result, host));
    return result.outcome === 'used' ? exitCode.found : exitCode.done;
  } finally {
    tick.end();
  }
}

export function moduleCommands(to: Registrar): void {
  const { text } = to;
  const { help } = text.modules;
  const modules = to.group('modules', help.summary, list, (command) =>
    command
      .argument('[dir]', text.common.options.dir)
      .usage('[options] [dir | command]')
      .option('--online', help.online)
      .option('--verify', help.verify)
      .option('--offline-check', help.offlineCheck),
  );
  modules.add('why', text.modulesWhy.help.summary, why, (command) =>
    command
      .argument('<target>', text.modulesWhy.help.target)
      .argument('[program]', text.modulesWhy.help.program)
      .option('--dir <dir>', text.common.options.dir)
      .option('--online', text.modulesWhy.help.online),
  );
  to.add('try-without', text.tryWithout.help.summary, tryWithout, (command) =>
    command
      .argument('<target>', text.modulesWhy.help.target)
      .argument('[program]', text.tryWithout.help.program)
      .option('--dir <dir>', text.common.options.dir)
      .option('--online', text.modulesWhy.help.online),
  );
}
