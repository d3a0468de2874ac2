import type { Resolution } from '#contract/switching';

type FailureData = NonNullable<Resolution['problem']>;

/** The version that a failure's hint says to install: `1.26`, as for `burrow install`. null: it says something else. */
export function advisedInstall({ code, params }: FailureData): string | null {
  switch (code) {
    case 'go-switch.too-old':
    case 'go-switch.before-switching':
      return params['remedy'] === 'install' ? String(params['requires']) : null;
    case 'go-switch.language-version':
      return params['remedy'] === 'install' ? withoutGo(params['toolchain']) : null;
    case 'go-switch.not-on-path':
    case 'go-switch.not-downloaded':
      return withoutGo(params['toolchain']);
    default:
      return null;
  }
}

function withoutGo(toolchain: unknown): string {
  return String(toolchain).replace(/^go/, '');
}
