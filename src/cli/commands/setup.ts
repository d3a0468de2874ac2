import { failure, isFailureOfClass } from '#contract/failure';
import type { SetupChoice, SetupProgress, SetupStep } from '#contract/setup';
import { neededSteps } from '#contract/setup-steps';
import type { ShellName } from '#contract/shell';
import { drain } from '#contract/streams';
import { formatBytes } from '#contract/units';
import { answer } from '../answer.ts';
import { exitCode } from '../exit-code.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { showProgress } from '../output/progress.ts';
import { confirmed } from '../output/question.ts';
import type { Options, Registrar } from '../program.ts';
import { plain } from '../words/plain.ts';
import {
  measuredLine,
  previewLines,
  sentence,
  statusText,
  stepLines,
  undoLines,
  withSentences,
} from '../words/setup.ts';
import { shellsOf } from './shell.ts';

const see = 'burrow setup --help';

/** What was given for the whole set-up. */
interface Given {
  version?: string;
  from?: string;
  shells?: ShellName[];
}

async function setup(host: Host, [version]: string[], options: Options): Promise<number> {
  const shells = shellsOf(host, options, see);
  const from = typeof options['from'] === 'string' ? options['from'] : undefined;
  const given: Given = {
    ...(version !== undefined && { version }),
    ...(from !== undefined && { from }),
    ...(shells && { shells }),
  };
  if (options['undo']) {
    if (Object.keys(given).length > 0)
      throw failure('usage.invalid', { detail: host.text.setup.notWithUndo, see });
    return undo(host);
  }
  if (host.yes) return all(host, given);
  return host.json || !process.stdin.isTTY ? show(host, given) : guide(host, given);
}

/** How things are, and what `--yes` would do. */
async function show(host: Host, given: Given): Promise<number> {
  const { client, signal } = host;
  const status = await client.setup.status(undefined, { signal });
  const open = status.steps.filter(({ id, state }) => neededSteps.includes(id) && state !== 'done');
  const lines: string[] = [];
  for (const { id } of host.json ? [] : open) {
    const preview = await client.setup.preview(choiceFor(id, given), { signal }).catch((error: unknown) => {
      // A step that waits for one before it cannot say what it would do.
      if (isFailureOfClass(error, 'usage')) throw error;
      return null;
    });
    if (preview) lines.push(...previewLines(preview, host));
  }
  answer(host, withSentences(status, host.locale), () =>
    [statusText(status, host), ...(lines.length > 0 ? ['', host.text.setup.wouldDo, ...lines] : [])].join(
      '\n',
    ),
  );
  return status.needed ? exitCode.found : exitCode.done;
}

/** What is needed, without a question. */
async function all(host: Host, given: Given): Promise<number> {
  const progress = showProgress(host);
  const stream = await host.client.setup.runAll(given, { signal: host.signal });
  const { status, changed, notes } = await drain(stream, (event) => {
    if (event.kind !== 'step') return showEvent(event, host, progress);
    progress.end();
    for (const note of event.run.notes) host.remark(sentence(note, host).join('\n'));
  }).finally(progress.end);
  answer(host, withSentences({ ...status, changed, notes }, host.locale), () =>
    [statusText(status, host), ...(changed ? [] : [paint.faint(host.text.setup.nothingChanged)])].join('\n'),
  );
  return status.needed ? exitCode.failed : exitCode.done;
}

function showEvent(event: SetupProgress, host: Host, progress: ReturnType<typeof showProgress>): void {
  if (event.kind === 'install') progress.update(event.progress);
  else if (event.kind === 'measured') host.remark(paint.faint(measuredLine(event.proxies, host)));
  else host.remark(paint.faint(sentence(event.what, host).join('\n')));
}

/** Step by step, each shown before it is done. */
async function guide(host: Host, given: Given): Promise<number> {
  const { client, signal, text } = host;
  const { steps } = await client.setup.status(undefined, { signal });
  for (const { id } of steps) {
    // What the steps before have changed is seen.
    const status = await client.setup.status(undefined, { signal });
    const step = status.steps.find((each) => each.id === id);
    if (step) await guideStep(host, step, given);
  }
  const status = await client.setup.status(undefined, { signal });
  host.print(status.needed ? paint.warn(text.setup.left) : paint.good(text.setup.ready));
  return status.needed ? exitCode.found : exitCode.done;
}

async function guideStep(host: Host, step: SetupStep, given: Given): Promise<void> {
  const { client, signal, text } = host;
  for (const line of stepLines(step, host)) host.print(line);
  const question = text.setup.questions[step.id];
  if (step.state === 'done' || step.state === 'skipped') return;
  for (const line of advice(step, host)) host.print(`  ${line}`);
  const choice = choiceFor(step.id, given, step);
  const preview = await client.setup.preview(choice, { signal });
  for (const line of previewLines(preview, host)) host.print(`  ${line}`);
  if (preview.does.length === 0 || question === undefined) return;
  if (!(await confirmed(host, `  ${question}`, see))) {
    if (!neededSteps.includes(step.id)) await client.setup.skip({ step: step.id }, { signal });
    host.print(paint.faint(`  ${text.setup.left}`));
    return;
  }
  const progress = showProgress(host);
  const stream = await client.setup.run({ choice, id: preview.id }, { signal });
  const done = await drain(stream, (event) => showEvent(event, host, progress)).finally(progress.end);
  for (const note of done.notes) host.print(`  ${sentence(note, host).join('\n  ')}`);
  host.print(stepLines(done.step, host).join('\n'));
}

/** What only the user can do. */
function advice(step: SetupStep, host: Host): string[] {
  if (step.id === 'machine') return step.notes.slice(1).flatMap((note) => sentence(note, host));
  if (step.id !== 'editor') return [];
  const { setup: text } = host.text;
  return step.editors.map(({ name, setting }) =>
    setting === null ? text.noLink : text.setting(name === 'vscode' ? 'VS Code' : 'GoLand', plain(setting)),
  );
}

/** What a step does when it is asked for: on a terminal, all Gos that can be adopted are offered. */
function choiceFor(id: SetupStep['id'], { version, from, shells }: Given, step?: SetupStep): SetupChoice {
  switch (id) {
    case 'found':
      return {
        step: id,
        adopt: step?.id === id ? step.gos.filter(({ inAll }) => inAll).map(({ path }) => path) : [],
      };
    case 'toolchain':
      return { step: id, ...(version !== undefined && { version }), ...(from !== undefined && { from }) };
    case 'shell':
      return { step: id, ...(shells && { shells }) };
    default:
      return { step: id };
  }
}

async function undo(host: Host): Promise<number> {
  const { client, signal, locale, text } = host;
  const preview = await client.setup.undoPreview(undefined, { signal });
  const size = formatBytes(preview.bytes, locale);
  if (preview.items.every(({ fate }) => fate === 'kept')) {
    answer(host, withSentences({ items: preview.items, bytes: 0 }, locale), () =>
      [...preview.items.flatMap((item) => undoLines(item, host)), text.setup.undoNothing].join('\n'),
    );
    return exitCode.done;
  }
  if (!host.json) {
    host.remark(text.setup.undoTitle);
    for (const item of preview.items) host.remark(undoLines(item, host).join('\n'));
  }
  if (!(await confirmed(host, text.setup.undoConfirm(size), see))) {
    host.remark(text.shell.kept);
    return exitCode.cancelled;
  }
  const stream = await client.setup.undo({ id: preview.id }, { signal });
  const result = await drain(stream);
  const isKept = result.items.some(({ fate }) => fate === 'kept');
  const freed = formatBytes(result.bytes, locale);
  answer(host, withSentences(result, locale), () =>
    isKept ? text.setup.undoneKept(freed) : text.setup.undone(freed),
  );
  return exitCode.done;
}

export function setupCommands(to: Registrar): void {
  const { help } = to.text.setup;
  to.add('setup [version]', help.summary, setup, (command) =>
    command
      .option('--from <source>', help.from)
      .option('--shell <shells>', help.shell)
      .option('--undo', help.undo)
      .addHelpText('after', `\n${help.after}`),
  );
}
