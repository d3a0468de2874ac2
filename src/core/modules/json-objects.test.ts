import { expect, it } from 'vitest';
import { jsonObjects } from './json-objects.ts';

it.each<[string, string, unknown[]]>([
  ['nothing', '', []],
  ['one', '{\n\t"Path": "a"\n}\n', [{ Path: 'a' }]],
  [
    'several',
    '{\n\t"Path": "a"\n}\n{\n\t"Path": "b",\n\t"Replace": {\n\t\t"Path": "c"\n\t}\n}\n',
    [{ Path: 'a' }, { Path: 'b', Replace: { Path: 'c' } }],
  ],
  [
    'line ends of Windows',
    '{\r\n\t"Path": "a"\r\n}\r\n{\r\n\t"Path": "b"\r\n}\r\n',
    [{ Path: 'a' }, { Path: 'b' }],
  ],
  ['an empty one', '{}\n{\n\t"Path": "}\\n{"\n}\n', [{}, { Path: '}\n{' }]],
])('reads %s', (_name, text, objects) => {
  expect(jsonObjects(text)).toEqual(objects);
});
