import { expect, it } from 'vitest';
import { commands } from './commands/all.ts';
import { createProgram } from './program.ts';
import { texts } from './text/index.ts';

/** Parses a command line; returns the options that the command would be run with. */
async function parse(line: string): Promise<object> {
  let given: object = {};
  const program = createProgram(
    {
      text: texts.en,
      write: () => {},
      async dispatch(_run, _args, options) {
        given = options;
      },
    },
    commands,
  );
  await program.parseAsync(line.split(' '), { from: 'user' });
  return given;
}

it.each([
  ['compare b1 b2 --markdown --csv', '--markdown and --csv', 'burrow compare --help'],
  ['compare b1 b2 --csv --json', '--json and --csv', 'burrow compare --help'],
  ['--json compare b1 b2 --markdown', '--json and --markdown', 'burrow compare --help'],
  ['env check --json --markdown', '--json and --markdown', 'burrow env check --help'],
])('refuses %s', async (line, both, see) => {
  const detail = `${both} exclude each other: choose one.`;
  await expect(parse(line)).rejects.toMatchObject({ code: 'usage.invalid', params: { detail, see } });
});

it.each(['compare b1 b2 --json --html x.html', 'compare b1 b2 --markdown --html x.html', 'env check --json'])(
  'runs %s',
  async (line) => {
    expect(await parse(line)).not.toEqual({});
  },
);

it.each([
  ['history --sort size', '"size" is not one of the possible values: started, id, '],
  ['history --kind zip', '"zip" is not one of the possible values: program, image.'],
  ["history thin --then it's", '"it\'s" is not one of the possible values: day, week, month, none.'],
  ['completion ksh', '"ksh" is not one of the possible values: '],
])('names the value that %s may not have', async (line, detail) => {
  await expect(parse(line)).rejects.toMatchObject({
    code: 'usage.invalid',
    params: { detail: expect.stringContaining(detail) },
  });
});
