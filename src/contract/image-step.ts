import type { ImageStep } from './image-contents.ts';
import { withoutControlCharacters } from './control-characters.ts';
import { commandAfterShell } from './step-shell.ts';
import { takeArguments } from './step-arguments.ts';

/** Of Dockerfiles (docs.docker.com/reference/dockerfile). */
const instructions: ReadonlySet<string> = new Set(
  'ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR'.split(
    ' ',
  ),
);

/** Before an instruction that runs nothing, in Docker's classic builder and in Buildah. */
const noOperation = '#(nop)';
const buildKitMark = ' # buildkit';

/**
 * Reads a step of an image's history as the builders write it: Docker's classic builder and Buildah
 * (`/bin/sh -c #(nop) COPY file:… in /app`, `|1 VERSION=v1 /bin/sh -c go build`), BuildKit
 * (`RUN |1 VERSION=v1 /bin/sh -c go build # buildkit`), Kaniko (`RUN go build`), and others, which write what they like
 * (ko, Bazel, Jib). `createdBy` and `comment` are those of the history, secrets already masked. The comment is used only
 * where there is no instruction, for example for a layer that `docker import` made.
 */
export function readStep(createdBy: string, comment = ''): ImageStep {
  const { instruction, text, args } = parse(withoutMark(createdBy.trim()));
  if (instruction !== null || comment === '') return { createdBy, instruction, text, args };
  return { createdBy, instruction, text: text === '' ? comment : `${text} (${comment})`, args };
}

function parse(step: string): Omit<ImageStep, 'createdBy'> {
  const afterRun = step.startsWith('RUN ') ? step.slice('RUN '.length) : step;
  const taken = takeArguments(afterRun);
  const command = commandAfterShell(taken?.rest ?? afterRun);
  if (taken) return { instruction: 'RUN', text: run(command ?? taken.rest), args: taken.args };
  const configured = command === null ? null : afterNoOperation(command);
  if (configured !== null) return { ...plain(configured), args: [] };
  if (command !== null) return { instruction: 'RUN', text: run(command), args: [] };
  return { ...plain(step), args: [] };
}

function run(command: string): string {
  return `RUN ${command}`.trim();
}

/** An instruction as in a Dockerfile, without the hashes of the copied files that the classic builder adds. */
function plain(step: string): { instruction: string | null; text: string } {
  const text = step.trim();
  const first = /^[A-Z]+(?=\s|$)/.exec(text)?.[0] ?? '';
  if (!instructions.has(first)) return { instruction: null, text };
  const copies = first === 'COPY' || first === 'ADD';
  return {
    instruction: first,
    text: copies ? withoutHashes(text) : text,
  };
}

/** Docker 20.10 writes no space after `--chown=app`. */
function withoutHashes(text: string): string {
  const spaced = text.replace(/^\S+ --\S+?(?=(?:file|dir|multi):[0-9a-f]{64}\b)/, '$& ');
  return spaced.replaceAll(/\b(file|dir|multi):[0-9a-f]{64}\b/g, '$1');
}

/** null: the step runs this command. A PowerShell that SHELL names has statements before the mark. */
function afterNoOperation(command: string): string | null {
  const at = command.indexOf(noOperation);
  if (at < 0) return null;
  const rest = command.slice(at + noOperation.length);
  return at === 0 || plain(rest).instruction !== null ? rest : null;
}

function withoutMark(step: string): string {
  return step.endsWith(buildKitMark) ? step.slice(0, -buildKitMark.length).trimEnd() : step;
}

/** What is left of the start of a step if its last word is long. */
const minHead = 12;

/**
 * A step's text in one line, for lists and tables, of at most `max` characters. It is cut in the middle: the end of a COPY
 * is its destination, which is kept whole if it fits.
 */
export function stepLine(text: string, max = Infinity): string {
  const characters = Array.from(withoutControlCharacters(text.trim().replaceAll(/\s+/g, ' ')));
  if (characters.length <= max) return characters.join('');
  const third = Math.floor((max - 1) / 3);
  const lastWord = characters.length - characters.lastIndexOf(' ');
  const isCopy = /^(?:COPY|ADD) /.test(text);
  const tail = isCopy && lastWord + 1 + minHead <= max ? Math.max(third, lastWord) : third;
  const head = Math.max(0, max - 1 - tail);
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

/** What a layer is called in lists: its step in one line; without one, the start of its diff id, as engines shorten ids. Pure. */
export function layerLabel(
  { step, diffId }: { step: Pick<ImageStep, 'text'> | null; diffId: string },
  max: number,
): string {
  return step?.text ? stepLine(step.text, max) : diffId.replace(/^(sha256:[0-9a-f]{12})[0-9a-f]+$/, '$1');
}
