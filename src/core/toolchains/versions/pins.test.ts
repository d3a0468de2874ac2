import { describe, expect, it } from 'vitest';
import { choosePinned, readPin, readVersion } from './pins.ts';

describe('readVersion', () => {
  it.each([
    ['1.22', { wanted: 'go1.22', bare: true }],
    ['go1.20', { wanted: 'go1.20', bare: true }],
    ['1.20.0', { wanted: 'go1.20', bare: false }],
    ['v1.22.5', { wanted: 'go1.22.5', bare: false }],
    ['1.27rc1', { wanted: 'go1.27rc1', bare: false }],
    ['1.22-acme', { wanted: 'go1.22-acme', bare: false }],
    ['1', null],
    ['gov1.22', null],
    ['1.22.x', null],
    ['1.99999', null],
    ['1.27rc', null],
    ['1.22.5-', null],
    ['1.22.5-../..', null],
    ['1.22.5-x\uFEFF', null],
    [' 1.22', null],
  ])('%s', (text, expected) => {
    expect(readVersion(text)).toEqual(expected);
  });
});

describe('readPin', () => {
  it.each([
    ['stable', 'latest', 'latest'],
    ['system', 'system', 'system'],
    ['prefix:1.22', 'pin', 'go1.22'],
    ['latest:1.22', 'pin', 'go1.22'],
    ['latest:', 'pin', null],
    ['prefix:latest', 'pin', null],
    ['path:/opt/go', 'pin', null],
    ['ref:go1.22', 'pin', null],
  ])('%s', (word, strength, wanted) => {
    expect(readPin(word)).toMatchObject({ strength, wanted });
  });
});

describe('choosePinned', () => {
  const installed = [
    'go1.26.0',
    'go1.26.2',
    'go1.26.10',
    'go1.26.11-acme',
    'go1.26rc1',
    'go1.25.3',
    'go1.20.1',
  ].map((version) => ({ version }));
  it.each([
    ['1.26', 'go1.26.10'],
    ['1.26.2', 'go1.26.2'],
    ['1.26.11-acme', 'go1.26.11-acme'],
    ['1.26rc1', 'go1.26rc1'],
    ['1.20', 'go1.20.1'],
    ['1.26.3', undefined],
    ['1.2', undefined],
    ['1.26.2-acme', undefined],
  ])('%s', (text, expected) => {
    const pin = readPin(text);
    expect(choosePinned(pin, installed)?.version).toBe(expected);
    expect(choosePinned(pin, installed.toReversed())?.version).toBe(expected);
  });
});
