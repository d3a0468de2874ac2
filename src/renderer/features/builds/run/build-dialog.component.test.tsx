import { beforeEach, expect, it, vi } from 'vitest';
import { answer } from '#component-tests/host.ts';
import { show } from '#component-tests/render.tsx';
import type { RunRequest } from '#contract/build-runs';
import { BuildDialog } from './build-dialog.tsx';

const project = '/home/me/shop';
let started: RunRequest[] = [];

beforeEach(() => {
  started = [];
  answer('machine.show', () => ({ home: '/home/me', os: 'linux', arch: 'amd64' }));
  answer('projects.list', () => ({ projects: [] }));
  answer('toolchains.list', () => ({ toolchains: [], updates: [] }));
  answer('switching.current', () => ({ version: 'go1.26.1', candidates: [] }));
  answer('builds.mainPackages', () => ({ packages: ['./cmd/admin', './cmd/server'] }));
  answer('runs.start', (request: RunRequest) => {
    started.push(request);
    return { run: {} };
  });
});

const dialog = (lastSubject?: string) =>
  show(
    <BuildDialog project={project} lastSubject={lastSubject} open onOpenChange={vi.fn()} />,
    `/builds?project=${project}`,
  );

it('offers the main packages, the last one first, and shows the command that it runs', async () => {
  const screen = await dialog('./cmd/server');
  await expect.element(screen.getByText(/^go build .*\.\/cmd\/server$/)).toBeVisible();
  await screen.getByRole('textbox', { name: 'Flags' }).fill('-trimpath -ldflags="-s -w"');
  await screen.getByRole('checkbox').click();
  await screen.getByRole('button', { name: 'Build', exact: true }).click();
  await expect.poll(() => started).toHaveLength(1);
  expect(started[0]?.subject).toBe('./cmd/server');
  expect(JSON.stringify(started[0])).toContain('-ldflags=-s -w');
});

it('begins with a package that is there', async () => {
  const screen = await dialog('./cmd/gone');
  await expect.element(screen.getByText(/^go build .*\.\/cmd\/admin$/)).toBeVisible();
});
