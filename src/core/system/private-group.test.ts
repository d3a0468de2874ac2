import { expect, test } from 'vitest';
import { isAlone } from './private-group.ts';

const accounts = [
  'root:x:0:0:root:/root:/bin/bash',
  'ana:x:1000:1000::/home/ana:/bin/zsh',
  'bo:x:1001:100::/home/bo:/bin/sh',
  'cy:x:1002:100::/home/cy:/bin/sh',
].join('\n');
const groups = 'root:x:0:\nana:x:1000:\nusers:x:100:\nwheel:x:10:ana,bo\nsolo:x:11:ana\nshared:x:1003:bo\n';

test.each([
  ["the user's own group", 1000, 1000, true],
  ['a group that lists nobody else', 1000, 11, true],
  ['a group that lists others', 1000, 10, false],
  ['the primary group of others', 1001, 100, false],
  ["root's", 0, 0, true],
  ['a user of a directory service, with a group of the same number', 5000, 5000, true],
  ['such a user in another group', 5000, 5001, false],
  ['a group of a directory service', 1000, 5000, false],
  ['such a user, in a group with members', 1003, 1003, false],
])('%s', (_, user, group, alone) => {
  expect(isAlone({ user, group, accounts, groups })).toBe(alone);
});
