import * as fc from 'fast-check';

// Files that pin or ask for a Go, generated so that most of them are almost valid.

export const versions = ['1.2', '1.9', '1.20', '1.21', '1.22', '1.26', '1.27'].flatMap((minor) => {
  const old = ['1.2', '1.9', '1.20'].includes(minor);
  const patches = old ? [minor, `${minor}.1`] : [`${minor}.0`, `${minor}.1`];
  return [`${minor}beta1`, `${minor}rc1`, `${minor}rc2`, `${minor}rc10`, ...patches, `${minor}.10`];
});
const written = fc.oneof(
  fc.constantFrom(...versions),
  fc.constantFrom('1.2', '1.9', '1.20', '1.21', '1.22', '1.23', '1.26', '1.27', '1.28', '1.20.0', '1.22.5-x'),
  fc.stringMatching(/^1\.[0-9]{1,2}(\.[0-9]{1,2}|rc[0-9]{0,2}|beta[0-9]|\.[xX*])?$/),
  fc.stringMatching(/^>=1\.[0-9]{1,2}(\.[0-9x])?$/),
  fc.constantFrom('1', 'go1', '1.x', '2', '1.22-bookworm', '1.22.0-alpine3.20', '^1.22', '~1.22'),
);
export const installed = fc.uniqueArray(fc.constantFrom(...versions, '1.22.5-x'), { maxLength: 7 });

/** The pieces that files are made of, chosen so that most files are almost valid. */
const pieces = (words: string[]) =>
  fc.array(fc.oneof({ weight: 2, arbitrary: written }, fc.constantFrom(...words)), { maxLength: 8 });
const blanks = ['\n', '\n', '\r\n', ' ', '\t', ' \r\n', '\r', '\uFEFF', '\0'];
export const pinFile = pieces([
  ...blanks,
  '#',
  '# why',
  '//',
  'go ',
  'golang ',
  'go',
  'v',
  '.',
  '-',
  'x',
  '$',
  '"',
  '*',
  '\\',
  'é',
  'rc',
  '0',
]).map((parts) => parts.join(''));
export const modFile = fc
  .tuple(
    pieces([
      ...blanks,
      'go ',
      'toolchain ',
      'go',
      '//',
      ' // x',
      'require (',
      ')',
      'module m',
      'default',
      '(',
      '-x',
    ]),
    written,
    written,
  )
  .map(([parts, go, toolchain]) => [
    parts.join(''),
    `module m\ngo ${go}\n${parts.join('')}`,
    `module m\n\ngo ${go}\ntoolchain go${toolchain}\n`,
    `go ${go}\n${parts.join('')}\ntoolchain go${toolchain}`,
  ])
  .chain((files) => fc.constantFrom(...files));

const pinWords = ['latest', 'stable', 'system', 'prefix:1.22', 'latest:1.26', 'ref:x', 'path:/x', '*'];
export const toolsFile = fc
  .tuple(
    pieces([
      ...blanks,
      '#',
      'golang ',
      'go ',
      'golang',
      'go',
      'core:go ',
      'golang: ',
      'nodejs 22',
      ...pinWords,
    ]),
    fc.array(fc.oneof(written, fc.constantFrom(...pinWords)), { maxLength: 4 }),
  )
  .map(([parts, words]) => [
    parts.join(''),
    `nodejs 22\n${parts.join('')}\ngolang ${words.join(' ')}`,
    `go ${words.join('\t')} ${parts.join('')}`,
  ])
  .chain((files) => fc.constantFrom(...files));
const quoted = fc
  .tuple(fc.constantFrom('"', '"', "'"), fc.oneof(written, fc.constantFrom(...pinWords, '')))
  .map(([quote, word]) => `${quote}${word}${quote}`);
const key = fc.constantFrom(
  'go',
  'go',
  'golang',
  '"go"',
  "'golang'",
  '"core:go"',
  'go.version',
  'go . "prefix"',
  'go.os',
  'version',
  'os',
  'node',
  ' go ',
  'gopls',
  '"a\\u0062"',
  "'asdf:x/asdf-golang'",
  'tools.go',
  'é',
  '"go[x=1]"',
);
const systems = fc.constantFrom('"unix"', '["unix"]', '["windows"]', '[]', '["windows", \'unix\',]', '"x');
/** What a table in braces may hold. */
const entries = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: quoted.map((word) => `version = ${word}`) },
      systems.map((word) => `os=${word}`),
      fc.constantFrom(
        'x = {y = ["}", 1]}',
        '"prefix"=\'1.22\'',
        'x = 1979-05-27 07:32:00',
        '# }',
        'x = """',
        'go = "1.26"',
      ),
    ),
    { maxLength: 3 },
  )
  .chain((pairs) => fc.constantFrom(' , ', ',\n', ',', '\n').map((comma) => `{${pairs.join(comma)}}`));
const value = fc.oneof(
  quoted,
  entries,
  systems,
  fc
    .tuple(fc.array(fc.oneof(quoted, entries), { maxLength: 3 }), fc.constantFrom(', ', ',\n  ', ' # x\n,'))
    .map(([words, comma]) => `[\n${words.join(comma)} ]`),
  fc
    .tuple(fc.array(quoted, { maxLength: 3 }), fc.constantFrom('', ',', ' , ', ',,'))
    .map(([words, comma]) => `[${words.join(', ')}${comma}]`),
  quoted.map((word) => `{ version = ${word} }`),
  quoted.map((word) => `{version=${word}, os = ["linux"]}`),
  pieces([
    '"',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    ',',
    'version',
    '=',
    '\\',
    '\\"',
    '$',
    '"""',
    "'''",
    '#',
    '\n',
    '.',
  ]).map((parts) => parts.join('')),
);
const tomlLine = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(key, value).map(([name, said]) => `${name} = ${said}`) },
  fc.tuple(key, value).map(([name, said]) => `${name}=${said} # "why"`),
  fc.constantFrom(
    '[tools]',
    ' [ tools ] #',
    '[env]',
    '[tools.go]',
    '[tools.node]',
    '[[tools]]',
    '[tools',
    '["tools"."go"]',
    '[tools.go.x]',
    '[[tools.go]]',
    '[[env]]',
    '["to\\u006fls"]',
    '[ env . x ] y',
    '[tools]]',
  ),
  fc.constantFrom(
    '',
    '"""',
    'run = """',
    "run = '''",
    "'''",
    'x = """y"""',
    'tools.go = "1.22"',
    'tools={}',
    'tools = {node = "1", go = "1.22"}',
    ']',
    '}',
  ),
);
export const miseFile = fc
  .tuple(fc.array(tomlLine, { maxLength: 7 }), fc.boolean(), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, inTools, end, mark]) =>
    [mark ? '\uFEFF' : '', inTools ? `[tools]${end}` : '', lines.join(end)].join(''),
  );

/** What stands nowhere in a file that somebody wrote by hand: in bytes, because some of it is no text. */
const oddities = [
  [
    '\0',
    '\r',
    '\uFEFF',
    '\u00A0',
    '\u2003',
    '\u3000',
    '\u0085',
    '\v',
    '\f',
    '\u001B]0;x\u0007',
    '\u009B',
    '\u202E',
    '\u007F',
  ],
  ['工具', '😀', '#', '//', '$(x)', '`x`', '*', '?', '[', '\\', '%s', "'", '"', '-', '\n', '\t'],
]
  .flat()
  .map((text) => Buffer.from(text));
const noText = ['fffe', 'feff', '80', '8881', 'c2', 'c328', 'e282', 'eda080', 'f09f98', 'f4908080', 'ff'].map(
  (hex) => Buffer.from(hex, 'hex'),
);
/** Around the limits of what is read of a line and of a file. */
const long = fc
  .oneof(
    fc.tuple(
      fc.constantFrom(' ', '\t', 'x', '1', '#', '\r', '工', '[', '"', '\0'),
      fc.integer({ min: 985, max: 1010 }),
    ),
    fc.tuple(fc.constantFrom('\n', '\r\n', '# x\n', '//\n', 'x y\n'), fc.integer({ min: 100, max: 300 })),
    fc.tuple(
      fc.constantFrom('\n', `#${'x'.repeat(998)}\n`, `${' '.repeat(63)}\n`),
      fc.constantFrom(63, 64, 65, 999, 1000, 63_990, 64_000, 64_010),
    ),
    fc.tuple(fc.constantFrom(' ', 'x', '[', '1.9'), fc.constantFrom(5000, 33_000, 100_000)),
  )
  .map(([text, times]) => Buffer.from(text.repeat(times)).subarray(0, 100_000));

/** Any of these files, into which something odd is put. */
export const spoilt = (file: fc.Arbitrary<string>): fc.Arbitrary<Buffer> =>
  fc
    .tuple(
      file.map((text) => Buffer.from(text)),
      fc.array(
        fc.tuple(
          fc.oneof(
            { weight: 6, arbitrary: fc.constantFrom(...oddities, ...noText) },
            { weight: 1, arbitrary: long },
          ),
          fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
        ),
        { maxLength: 3 },
      ),
    )
    .map(([content, parts]) =>
      parts.reduce((before, [part, share]) => {
        const at = Math.round(share * before.length);
        return Buffer.concat([before.subarray(0, at), part, before.subarray(at)]);
      }, content),
    );
