import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '#component-tests/render.tsx';
import type { TargetChoice } from './choice.ts';
import { InstallOptions } from './install-options.tsx';

const target: TargetChoice = { os: 'linux', arch: 'amd64', runsAs: 'native', bytes: 72_600_000 };
const nothing = () => undefined;

it.each([
  ['what is downloaded', false, 'Runs natively: built for this processor. 72.6 MB to download.'],
  ['no download of a version that is installed', true, 'Runs natively: built for this processor.'],
])('says %s', async (_, isHere, hint) => {
  await show(
    <InstallOptions
      targets={[target]}
      target={target}
      isHere={isHere}
      onTarget={nothing}
      source="auto"
      onSource={nothing}
      url=""
      onUrl={nothing}
    />,
  );
  await expect.element(page.getByText(/^Runs natively/)).toHaveTextContent(hint);
  expect(page.getByText(/to download/).elements()).toHaveLength(isHere ? 0 : 1);
});
