import { describe, expect, it } from 'vitest';
import { encodeMessage, Message } from './protobuf.ts';
import { Unreadable } from './unreadable.ts';

it('reads what it writes', () => {
  const message = new Message(
    encodeMessage({ 1: 'Größe', 2: 0, 3: 300, 16: 2 ** 53 - 1, 200: 'x'.repeat(300) }),
  );
  expect([message.text(1), message.number(2), message.number(3)]).toEqual(['Größe', 0, 300]);
  expect([message.number(16), message.text(200)]).toEqual([2 ** 53 - 1, 'x'.repeat(300)]);
  expect([message.text(9), message.number(9), message.messages(9)]).toEqual(['', 0, []]);
});

it('takes the last of several values, and passes over other types', () => {
  // 1: fixed64, 1: "a", 2: fixed32, 1: "b", 1: 7
  const bytes = Buffer.from('0900000000000000000a016115000000000a01620807', 'hex');
  const message = new Message(bytes);
  expect([message.text(1), message.number(1), message.all(1).length]).toEqual(['b', 7, 2]);
});

it('reads maps', () => {
  const entry = encodeMessage({ 1: 'target', 2: 'server' }).toString('latin1');
  expect(new Message(encodeMessage({ 3: entry })).map(3)).toEqual(new Map([['target', 'server']]));
});

describe('is not trusted', () => {
  it.each([
    ['a number without an end', Buffer.alloc(20, 0xff)],
    ['a cut number', Buffer.from('08ff', 'hex')],
    ['a length behind the end', Buffer.from('0a056162', 'hex')],
    ['an enormous length', Buffer.from('0affffffffffffffff7f', 'hex')],
    ['a group', Buffer.from('0b', 'hex')],
    ['many fields', Buffer.alloc(400_000, Buffer.from('0800', 'hex'))],
  ])('%s', (_what, bytes) => expect(() => new Message(bytes)).toThrow(Unreadable));

  it('many fields in many messages', () => {
    const inner = encodeMessage({ 1: Buffer.alloc(100_000, Buffer.from('0800', 'hex')) });
    const message = new Message(Buffer.concat([inner, inner]));
    expect(() => message.messages(1)).toThrow(Unreadable);
  });
});
