import { describeFailure, failure } from '#contract/failure';
import type { ImageEngine, ImageEngines } from '#contract/images';
import { answer } from '../answer.ts';
import type { Host } from '../host.ts';
import { paint } from '../output/paint.ts';
import { remarkWarnings } from '../output/warnings.ts';
import { table } from '../output/table.ts';
import type { Registrar } from '../program.ts';
import { engineName, enginesNamed } from './find-engine.ts';

export function addImageEngines(image: Registrar): void {
  const { help } = image.text.imageEngines;
  image.add(
    'engines',
    help.summary,
    async (host, _args, { use }) => {
      const { images } = host.client;
      const listed = await images.engines(undefined, { signal: host.signal });
      if (typeof use !== 'string') return answer(host, listed, () => engineWords(listed, host));
      const endpoint = use === 'auto' ? null : addressOf(listed.engines, use, host);
      const { warning } = await images.chooseEngine({ endpoint }, { signal: host.signal });
      remarkWarnings(warning ? [warning] : [], host);
      const now = await images.engines(undefined, { signal: host.signal });
      answer(host, now, () => `${engineWords(now, host)}${overruled(now, host)}`);
    },
    (command) => command.option('--use <engine>', help.use),
  );
}

/** Failures: usage.invalid. */
function addressOf(engines: readonly ImageEngine[], word: string, host: Host): string {
  const text = host.text.imageEngines;
  const found = enginesNamed(engines, word);
  const [first] = found;
  if (first && found.length === 1) return first.endpoint;
  // An address is taken even if nothing answers there yet.
  if (!first && word.includes('://')) return word;
  const detail = first
    ? text.severalMatch(word, found.map(({ endpoint }) => endpoint).join(', '))
    : text.noMatch(word, engines.map((each) => engineName(each) ?? each.endpoint).join(', ') || 'auto');
  throw failure('usage.invalid', { detail, see: 'burrow image engines --help' });
}

function engineWords({ engines, chosenBy }: ImageEngines, host: Host): string {
  const text = host.text.imageEngines;
  if (engines.length === 0) return text.none;
  const titles = ['', text.engine, text.version, text.store, text.state, text.address];
  const rows = engines.map((each) => [
    each.used ? '*' : '',
    engineName(each) ?? paint.faint(text.unknown),
    each.version ?? '',
    each.store ?? '',
    text.states[each.state],
    each.endpoint,
  ]);
  const used = engines.find((each) => each.used);
  const reason = chosenBy === null ? text.first : text.by[chosenBy];
  const name = used && (engineName(used) ?? used.endpoint);
  const why = name === undefined ? [] : [paint.faint(text.used(name, reason))];
  return [
    table(
      titles.map((title) => ({ title })),
      rows,
    ),
    ...problems(engines, host),
    ...why,
  ].join('\n\n');
}

/** What is wrong with an engine that should answer, and what to do. */
function problems(engines: readonly ImageEngine[], host: Host): string[] {
  return engines.flatMap(({ problem, state, used }) => {
    if (problem === null || (!used && state === 'stopped') || state === 'unsupported') return [];
    const { message, hint } = describeFailure(problem, host.locale);
    return `${message}\n${hint}`;
  });
}

function overruled({ chosenBy }: ImageEngines, host: Host): string {
  if (chosenBy !== 'DOCKER_HOST' && chosenBy !== 'DOCKER_CONTEXT') return '';
  return `\n${host.text.imageEngines.notUsed(chosenBy)}`;
}
