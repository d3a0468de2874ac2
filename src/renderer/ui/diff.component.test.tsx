import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { show } from '#component-tests/render.tsx';
import { Diff } from './diff.tsx';

const diff = `--- /home/me/.zshrc
+++ /home/me/.zshrc
@@ -0,0 +1,2 @@
+# Puts the Go that Burrow selects first in PATH. \`burrow shell undo\` removes these lines.
+${'x'.repeat(200)}
`;

it('shows whole lines in a narrow place', async () => {
  await show(
    <div style={{ width: 300 }}>
      <Diff diff={diff} label="~/.zshrc" />
    </div>,
  );
  const lines = page.getByLabelText('~/.zshrc');
  await expect.element(lines).toBeVisible();
  const { scrollWidth, clientWidth } = lines.element();
  expect(scrollWidth).toBe(clientWidth);
});
