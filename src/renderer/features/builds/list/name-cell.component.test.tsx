import { expect, it } from 'vitest';
import { exampleImageDetail } from '#component-tests/example-contents.ts';
import { show } from '#component-tests/render.tsx';
import { NameCell } from './name-cell.tsx';

it('cuts the name of an image, and shows its tag whole', async () => {
  const detail = exampleImageDetail();
  const subject = 'registry.example.com/team/a-service-with-a-long-name';
  const build = { ...detail, subject, image: detail.image && { ...detail.image, ref: `${subject}:v1.24.0` } };
  const row = { build, before: null, series: 1, unusualFlags: [], read: null };
  const screen = await show(
    <div style={{ width: 180 }}>
      <NameCell row={row} missing={[]} allProjects={false} hasNote={false} />
    </div>,
  );
  const tag = screen.getByText('v1.24.0').element();
  expect(tag.scrollWidth).toBeLessThanOrEqual(tag.clientWidth);
});
