import { expect, test } from 'vitest';
import { parseAddress } from './endpoints.ts';

test.each([
  ['unix:///var/run/docker.sock', { socketPath: '/var/run/docker.sock' }],
  ['npipe:////./pipe/docker_engine', { socketPath: '//./pipe/docker_engine' }],
  ['tcp://127.0.0.1:2376', { host: '127.0.0.1', port: 2376 }],
  ['tcp://localhost', { host: 'localhost', port: 2375 }],
  ['tcp://[::1]:2375', { host: '::1', port: 2375 }],
  ['http://10.0.0.1:80', { host: '10.0.0.1', port: 80 }],
  [' tcp://localhost:1234/ ', { host: 'localhost', port: 1234 }],
])('%s', (address, to) => {
  expect(parseAddress(address)).toEqual({ address: address.trim(), to });
});

test.each([
  'ssh://me@server',
  'https://localhost:2376',
  'unix://',
  'tcp://',
  'tcp://host:99999',
  'tcp://host/path',
  '/var/run/docker.sock',
  '',
])('%j is not a usable address', (address) => {
  expect(parseAddress(address)).toBeNull();
});
