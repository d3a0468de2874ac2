import { expect, it } from 'vitest';
import { builtStage, stagesBelow, stagesOf } from './dockerfile-stages.ts';

const args = new Map([['BASE', 'build']]);

/** `build@1-2`, with what it continues: `server@3-4<build`. */
function stages(text: string): string[] {
  const found = stagesOf(text, args);
  return found.map(({ name, firstLine, lastLine, base }) => {
    const below = base === null ? '' : `<${found[base]?.name ?? base}`;
    return `${name ?? '-'}@${firstLine}-${lastLine}${below}`;
  });
}

it.each([
  ['names and lines', 'FROM a AS Build\nRUN x\nFROM b\nRUN y', ['build@1-2', '-@3-4']],
  ['lower case and options', 'from --platform=$BUILDPLATFORM a as build', ['build@1-1']],
  [
    'a stage that continues another',
    'FROM a AS build\nFROM BUILD AS server',
    ['build@1-1', 'server@2-2<build'],
  ],
  ['an argument', 'ARG BASE=a\nFROM a AS build\nFROM $BASE', ['build@2-2', '-@3-3<build']],
  ['an argument with its default', 'ARG X="build"\nFROM a AS build\nFROM ${X}', ['build@2-2', '-@3-3<build']],
  ['a default after the name', 'FROM a AS build\nFROM ${X:-build}', ['build@1-1', '-@2-2<build']],
  ['a stage of its own name', 'FROM golang AS golang', ['golang@1-1']],
  ['continued lines', 'FROM \\\n# why\n\n  a \\\n  AS build\nRUN x', ['build@1-6']],
  ['another escape', '# escape=`\nRUN a `\nFROM x\nFROM b', ['-@4-4']],
  ['a document', 'FROM a\nRUN <<A cat <<-"B"\nFROM x\nA\nFROM y\n\tB\nFROM b AS c', ['-@1-6', 'c@7-7']],
  ['a document without an end', 'FROM a\nCOPY <<A /a\nFROM b', ['-@1-3']],
  ['comments', '# FROM a\nFROM b\n  # FROM c\n', ['-@2-4']],
  ['nothing', '', []],
])('finds %s', (_what, text, expected) => expect(stages(text)).toEqual(expected));

it.each([
  [undefined, 2],
  ['', 2],
  ['Build', 0],
  ['1', 1],
  ['3', null],
  ['none', null],
])('builds for the target %j the stage %j', (target, index) => {
  expect(builtStage(stagesOf('FROM a AS build\nFROM b\nFROM build'), target)).toBe(index);
});

it('has the stages that a stage continues', () => {
  const all = stagesOf('FROM a AS one\nFROM b AS other\nFROM one AS two\nFROM two');
  expect(stagesBelow(all, 3).map(({ name }) => name)).toEqual([null, 'two', 'one']);
});
