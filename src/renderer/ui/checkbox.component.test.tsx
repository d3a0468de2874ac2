import { expect, it, vi } from 'vitest';
import { emulateMedia } from '#component-tests/media.ts';
import { show } from '#component-tests/render.tsx';
import { Checkbox } from './checkbox.tsx';

/** The relative luminance of a colour such as `rgb(76, 195, 224)`, as in WCAG 2. */
function luminance(colour: string): number {
  const parts = (colour.match(/[\d.]+/g) ?? []).slice(0, 3).map((part) => Number(part) / 255);
  const [r = 0, g = 0, b = 0] = parts.map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

it.each(['light', 'dark'])('shows its states in the %s theme', async (theme) => {
  await emulateMedia({ 'prefers-color-scheme': theme });
  const screen = await show(
    <div data-testid="panel" className="bg-panel">
      <Checkbox aria-label="off" readOnly checked={false} />
      <Checkbox aria-label="on" readOnly checked />
      <Checkbox
        aria-label="some"
        ref={(box) => {
          if (box) box.indeterminate = true;
        }}
      />
      <Checkbox aria-label="off, disabled" disabled readOnly checked={false} />
      <Checkbox aria-label="on, disabled" disabled readOnly checked />
    </div>,
  );
  const style = (name: string) =>
    getComputedStyle(screen.getByRole('checkbox', { name, exact: true }).element());
  const panel = getComputedStyle(screen.getByTestId('panel').element()).backgroundColor;
  // 3 is what WCAG asks for between a control and what is beside it.
  expect(contrast(style('off').borderTopColor, panel)).toBeGreaterThan(3);
  expect(contrast(style('on').backgroundColor, panel)).toBeGreaterThan(3);
  expect(style('off').backgroundColor).toBe(panel);
  expect(style('off, disabled').backgroundColor).not.toBe(panel);
  expect(style('on, disabled').backgroundColor).toBe(style('off, disabled').backgroundColor);
  expect(contrast(style('off, disabled').borderTopColor, panel)).toBeLessThan(3);
  const marks = (name: string) =>
    [...(screen.getByRole('checkbox', { name, exact: true }).element().parentElement?.children ?? [])].filter(
      (part) => part instanceof SVGElement && getComputedStyle(part).display !== 'none',
    ).length;
  expect(['off', 'on', 'some', 'off, disabled', 'on, disabled'].map(marks)).toEqual([0, 1, 1, 0, 1]);
});

it('is changed by a click on its mark', async () => {
  const onChange = vi.fn();
  const screen = await show(<Checkbox aria-label="every version" defaultChecked onChange={onChange} />);
  const box = screen.getByRole('checkbox', { name: 'every version' });
  await box.click();
  await expect.element(box).not.toBeChecked();
  expect(onChange).toHaveBeenCalledOnce();
});
