import { expect, it } from 'vitest';
import { show } from '#component-tests/render.tsx';
import { Button } from './button.tsx';
import { Card } from './card.tsx';

const title = 'Which Go Burrow selects in ~/src/shop, and why';
const buttons = (
  <>
    <Button>For editors…</Button>
    <Button>Pin another version…</Button>
  </>
);

it.each([
  ['below the title of a narrow card', 460, true],
  ['beside the title of a wide card', 760, false],
])('has its buttons %s', async (_, width, below) => {
  const screen = await show(
    <div style={{ width }}>
      <Card title={title} aside={buttons}>
        go1.26.1
      </Card>
    </div>,
  );
  const heading = screen.getByRole('heading').element().getBoundingClientRect();
  const button = screen.getByRole('button').first().element().getBoundingClientRect();
  expect(button.top >= heading.bottom).toBe(below);
  // One line of text.
  expect(heading.height).toBeLessThan(25);
});
