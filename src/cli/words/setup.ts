import { describeFailure } from '#contract/failure';
import type { Reason } from '#contract/said';
import type { MeasuredProxies, SetupPreview, SetupStatus, SetupStep, SetupUndoItem } from '#contract/setup';
import { formatBytes } from '#contract/units';
import { failureJson } from '../answer.ts';
import type { Host } from '../host.ts';
import { diffLines } from '../output/diff.ts';
import { paint } from '../output/paint.ts';
import { plain } from './plain.ts';

type Words = Pick<Host, 'text' | 'locale'>;

/** A sentence, and what to do about it under it. */
export function sentence(reason: Reason, { locale }: Pick<Words, 'locale'>): string[] {
  const { message, hint } = describeFailure(reason, locale);
  return [plain(message), ...(hint === '' ? [] : [paint.faint(plain(hint))])];
}

/** A document with the sentences of all failures in it. */
export function withSentences(value: unknown, locale: Host['locale']): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => withSentences(each, locale));
  if (typeof value !== 'object' || value === null) return value;
  if ('code' in value && 'params' in value) return failureJson(value as Reason, locale);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withSentences(each, locale)]));
}

const marks: Record<SetupStep['state'], string> = { done: '✓', open: '·', skipped: '–', problem: '!' };

/** `✓ Toolchain   go1.26.1`; a problem stands under it. */
export function stepLines(step: SetupStep, host: Words): string[] {
  const { setup: text } = host.text;
  const { id, state, problem } = step;
  const colour = { done: paint.good, open: paint.faint, skipped: paint.faint, problem: paint.warn }[state];
  const fact = factOf(step, host);
  const title = `${colour(marks[state])} ${paint.strong(text.names[id])} · ${state === 'done' && fact !== '' ? fact : [text.states[state], fact].filter(Boolean).join(' · ')}`;
  const shown = problem !== null && state === 'problem' ? sentence(problem, host) : [];
  return [title, ...shown.map((line) => `  ${line}`)];
}

/** What was seen, in a few words. */
function factOf(step: SetupStep, { text }: Words): string {
  switch (step.id) {
    case 'machine':
      return plain(`${step.osVersion}, ${step.processor}`);
    case 'found':
      return step.gos
        .map(({ version, path }) => text.setup.found(version, plain(path)))
        .join(text.common.comma);
    case 'proxy':
      return step.origin === null ? text.setup.goDefault : plain(step.value ?? '');
    case 'toolchain':
      return step.installed.map(({ version }) => version).join(text.common.comma);
    case 'default':
      return plain(step.version ?? step.wanted ?? '');
    case 'shell':
      return [...new Set(step.seen.map(({ shell }) => shell))].join(text.common.comma);
    case 'editor':
      if (step.editors.length === 0) return text.setup.noEditor;
      return step.editors
        .map(({ name }) => (name === 'vscode' ? 'VS Code' : 'GoLand'))
        .join(text.common.comma);
    case 'project':
      return plain(step.projects[0] ?? '');
    default:
      return plain(step.goVersion ?? '');
  }
}

/** Every step, and what is next. */
export function statusText({ steps, needed, next }: SetupStatus, host: Words): string {
  const { setup: text } = host.text;
  const end = needed ? (next === null ? '' : text.next(text.names[next])) : text.ready;
  return [...steps.flatMap((step) => stepLines(step, host)), '', needed ? end : paint.good(end)]
    .join('\n')
    .trimEnd();
}

/** What a step would do, with the diff of each file. */
export function previewLines({ does, files, bytes, obstacle }: SetupPreview, host: Words): string[] {
  const { setup: text } = host.text;
  return [
    ...(obstacle === null ? [] : sentence(obstacle, host).map(paint.warn)),
    ...does.flatMap((each) => sentence(each, host)),
    ...files.flatMap(({ diff }) => diffLines(diff)),
    ...(bytes === null ? [] : [paint.faint(text.download(formatBytes(bytes, host.locale)))]),
  ];
}

/** `goproxy.cn: 43 ms` */
export function measuredLine({ preset, latency, value }: MeasuredProxies, { text }: Words): string {
  const { setup } = text;
  const name = preset === 'default' ? setup.goDefault : (preset ?? plain(value ?? ''));
  return setup.measured(name, latency === null ? setup.noAnswer : setup.ms(latency));
}

/** What becomes of one thing, with its diff. */
export function undoLines({ kind, path, fate, why, diff, bytes }: SetupUndoItem, host: Words): string[] {
  const { setup: text } = host.text;
  const size = bytes === null || fate === 'kept' ? [] : [formatBytes(bytes, host.locale)];
  const what = text.undoKinds[kind] === '' ? [] : [text.undoKinds[kind]];
  const colour = fate === 'kept' ? paint.warn : paint.strong;
  return [
    [colour(plain(path)), ...what, text.fates[fate], ...size].join(' · '),
    ...(why === null ? [] : sentence(why, host).map((line) => `  ${line}`)),
    ...(diff === '' ? [] : diffLines(diff)),
  ];
}
