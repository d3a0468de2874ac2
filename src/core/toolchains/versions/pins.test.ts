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
    ['prefix:latest', 'latest', 'latest'],
    ['latest:latest', 'pin', null],
    ['path:/opt/go', 'pin', null],
    ['ref:go1.22', 'pin', null],
    ['1', 'latest', 'latest'],
    ['go1.x', 'latest', 'latest'],
    ['2.x', 'pin', null],
    ['1.22.x', 'pin', 'go1.22'],
    ['go1.22.*', 'pin', 'go1.22'],
    ['1.22.5.x', 'pin', null],
    ['>=1.22', 'at-least', 'go1.22'],
    ['>=go1.22.5', 'at-least', 'go1.22.5'],
    ['>=1.22-acme', 'pin', null],
    ['>=1.22.x', 'pin', null],
    ['^1.22', 'pin', null],
    ['~1.22.5', 'pin', null],
    ['1.27-bookworm', 'pin', null],
  ])('%s', (word, strength, wanted) => {
    expect(readPin(word)).toMatchObject({ strength, wanted });
  });
});

it.each([
  ['1.27-bookworm', '1.27'],
  ['go1.27.1-alpine3.22', '1.27.1'],
  ['prefix:1.27-slim', '1.27'],
  ['1.27.1-acme', undefined],
  ['1.27.1-acme-alpine', undefined],
])('the version in the image tag %s is %s', (word, image) => {
  expect(readPin(word).image).toBe(image);
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
    ['1.26.x', 'go1.26.10'],
    ['>=1.25', 'go1.26.10'],
    ['>=1.26.11', undefined],
    ['latest', 'go1.26.10'],
  ])('%s', (text, expected) => {
    const pin = readPin(text);
    expect(choosePinned(pin, installed)?.version).toBe(expected);
    expect(choosePinned(pin, installed.toReversed())?.version).toBe(expected);
  });
});

it('prefers the release 1.20 in the files of asdf and mise', () => {
  const installed = ['go1.20', 'go1.20.14'].map((version) => ({ version }));
  const chosen = (word: string, release: boolean) =>
    choosePinned(readPin(word, { release }), installed)?.version;
  expect(chosen('1.20', true)).toBe('go1.20');
  expect(chosen('1.20', false)).toBe('go1.20.14');
  expect(chosen('prefix:1.20', true)).toBe('go1.20.14');
  expect(chosen('v1.20', true)).toBe('go1.20.14');
  expect(chosen('1.20.x', true)).toBe('go1.20.14');
  expect(choosePinned(readPin('1.20', { release: true }), installed.slice(1))?.version).toBe('go1.20.14');
});
