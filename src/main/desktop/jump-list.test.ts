import { expect, test } from 'vitest';
import { parseAppLink } from '#contract/app-link';
import { jumpListItems } from './jump-list.ts';

const app = { program: 'C:\\Burrow\\Burrow.exe', args: [] };
const recent = [
  { path: 'C:\\a "b" & c', label: 'one' },
  { path: 'C:\\two', label: 'two' },
];

test('each starts the app with a link that needs no quotes', () => {
  const items = jumpListItems(recent, [], app);
  expect(items.map(({ title, program }) => [title, program])).toEqual([
    ['one', app.program],
    ['two', app.program],
  ]);
  for (const [index, { args = '' }] of items.entries()) {
    expect(args).toMatch(/^[^\s"&]+$/);
    expect(parseAppLink(args)).toEqual({ to: 'project', path: recent[index]?.path });
  }
});

test('what the user removed stays away', () => {
  const [first] = jumpListItems(recent, [], app);
  expect(jumpListItems(recent, [{ args: first?.args ?? '' }], app).map(({ title }) => title)).toEqual([
    'two',
  ]);
});

test('a checkout is started by its folder', () => {
  const [first] = jumpListItems(recent, [], { program: 'electron.exe', args: ['C:\\my code'] });
  expect(first?.args).toMatch(/^"C:\\my code" burrow:\/\/project\?path=/);
});
