import { expect, test } from 'vitest';
import { parseAddress, wellKnownEndpoints } from './endpoints.ts';

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

test("on a Mac, Docker's own socket comes first, then those in the home folder", () => {
  const found = wellKnownEndpoints({ os: 'darwin', env: {}, home: '/Users/li' }).map(
    ({ address }) => address,
  );
  expect(found[0]).toBe('unix:///var/run/docker.sock');
  expect(found).toContain('unix:///Users/li/.docker/run/docker.sock');
  expect(found).toContain('unix:///Users/li/.colima/default/docker.sock');
  expect(found).toContain('unix:///Users/li/.orbstack/run/docker.sock');
});

test('rootless engines are looked for in the runtime folder of the session', () => {
  const env = { XDG_RUNTIME_DIR: '/run/user/1000' };
  const found = wellKnownEndpoints({ os: 'linux', env, home: '/home/li' }).map(({ address }) => address);
  expect(found).toContain('unix:///run/user/1000/podman/podman.sock');
  expect(found).toContain('unix:///run/user/1000/docker.sock');
});

test('on Windows, engines are named pipes', () => {
  const found = wellKnownEndpoints({ os: 'windows', env: {}, home: 'C:\\Users\\li' });
  expect(found[0]).toEqual(parseAddress('npipe:////./pipe/docker_engine'));
});
