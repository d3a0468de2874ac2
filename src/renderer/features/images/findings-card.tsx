import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImageContents, ImageSecret, WastedFile } from '#contract/image-contents';
import { stepLine } from '#contract/image-step';
import { formatBytes } from '#contract/units';
import { Button } from '#ui/button.tsx';
import { Card } from '#ui/card.tsx';
import { cx } from '#ui/cx.ts';
import { InlineText } from '#ui/inline-text.tsx';
import { useLocale } from '#ui/use-locale.ts';
import { shownName } from './files/file-facts.ts';
import { type Finding, findingsOf } from './findings.ts';
import { lineOf } from './layers/layer-list.ts';

const tones = { bad: 'bg-bad', warn: 'bg-warn' };
/** The characters of a step in a sentence. */
const maxStep = 80;

/** What of an image should be mended: secrets, waste, the user root; each with its place. */
export function FindingsCard({
  contents,
  onWaste,
}: {
  contents: ImageContents;
  /** Shows the wasted files. */
  onWaste: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { findings, rest } = findingsOf(contents);
  return (
    <Card
      title={
        findings.length > 0
          ? `${t('images.findings.title')} · ${findings.length}`
          : t('images.findings.title')
      }
    >
      {findings.length === 0 ? <p className="text-muted">{t('images.findings.none')}</p> : null}
      <ul className="grid gap-2.5 empty:hidden">
        {findings.map((finding, index) => (
          <li key={index} className="flex gap-2.5">
            <span
              role="img"
              aria-label={t(`images.findings.severity.${finding.severity}`)}
              className={cx('mt-1.5 size-2 shrink-0 rounded-full', tones[finding.severity])}
            />
            <div className="min-w-0 wrap-anywhere">
              <Words finding={finding} contents={contents} />
            </div>
          </li>
        ))}
      </ul>
      {rest.bytes > 0 ? (
        <p className="mt-2.5 text-muted">
          {t('images.findings.moreWaste', { count: rest.files, bytes: formatBytes(rest.bytes, locale) })}
        </p>
      ) : null}
      {contents.waste.bytes > 0 ? (
        <Button className="mt-2.5" onClick={onWaste}>
          {t('images.findings.showWaste')}
        </Button>
      ) : null}
    </Card>
  );
}

function Words({ finding, contents }: { finding: Finding; contents: ImageContents }): ReactElement {
  const { t } = useTranslation();
  switch (finding.kind) {
    case 'secret':
      return <SecretWords secret={finding.secret} />;
    case 'waste':
      return <WasteWords file={finding.file} contents={contents} />;
    default:
      return <Said title={t('images.findings.root')} mend={t('images.findings.rootHint')} />;
  }
}

/** What is wrong, where it is, and what to do. */
function Said({
  title,
  mend,
  children,
}: {
  title: string;
  mend: string;
  children?: ReactNode;
}): ReactElement {
  return (
    <>
      <p className="font-medium">
        <InlineText text={title} codeClass="" />
      </p>
      {children}
      <p className="text-muted">
        <InlineText text={mend} />
      </p>
    </>
  );
}

/** What to do about a secret of this kind that is in no file. */
const mends: Partial<Record<ImageSecret['kind'], 'mendVariable' | 'mendArgument' | 'mendCommand'>> = {
  environment: 'mendVariable',
  label: 'mendVariable',
  'build-argument': 'mendArgument',
  command: 'mendCommand',
};

function SecretWords({
  secret: { kind, path, name, layer, step, hidden },
}: {
  secret: ImageSecret;
}): ReactElement {
  const { t } = useTranslation();
  const text = step === null ? '' : stepLine(step, maxStep);
  const place =
    layer !== null
      ? t('images.findings.inStep', { step: layer + 1, text: text || t('images.layers.noStep') })
      : text || t('images.findings.inConfig');
  return (
    <Said
      title={t(`images.findings.secret.${kind}`)}
      mend={t(`images.findings.${path === null ? (mends[kind] ?? 'mendArgument') : 'mendFile'}`)}
    >
      <p>
        <code>{path === null ? name : shownName(`/${path.replace(/^\/+/, '')}`)}</code>
        <span className="text-muted">
          {path === null && name === null ? '' : ' · '}
          {place}
        </span>
      </p>
      {hidden ? <p className="text-muted">{t('images.findings.hidden')}</p> : null}
    </Said>
  );
}

function WasteWords({
  file: { path, bytes, layer, hiddenBy, how, again },
  contents,
}: {
  file: WastedFile;
  contents: ImageContents;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const step = (index: number) => lineOf(contents.layers[index]?.step, maxStep) || t('images.layers.noStep');
  return (
    <Said
      title={t(`images.findings.wasted.${how}`, { path: shownName(`/${path}`) })}
      mend={t(how === 'same' ? 'images.findings.mendSame' : 'images.findings.mendRemoved')}
    >
      <p className="text-muted">
        {t('images.findings.wastedSteps', {
          bytes: formatBytes(bytes, locale),
          stored: step(layer),
          hidden: step(hiddenBy),
        })}
        {again !== null && again !== path ? (
          <>
            {' '}
            <InlineText text={t('images.findings.again', { path: shownName(`/${again}`) })} />
          </>
        ) : null}
      </p>
    </Said>
  );
}
