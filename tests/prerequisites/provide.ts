import { browserLaunch } from '#testing/chromium';
import { installAsdf } from '#testing/real-asdf';
import { installMise } from '#testing/real-mise';
import { installBrowser } from './browser.ts';
import { canInstallPackages, thisMachine } from './machine.ts';
import { needs, unmet } from './needs.ts';
import { installPackages } from './packages.ts';

/**
 * Sets up what the tests need: as root on Debian or Ubuntu it installs missing packages, elsewhere only Playwright's
 * browser. Does little if everything is there. Prints what it does and what is still missing; tests that need that are
 * skipped with a reason.
 */
export async function setUp(say: (line: string) => void): Promise<void> {
  const missing = unmet(needs, thisMachine);
  const packages = missing.flatMap((need) => need.packages);
  if (browserLaunch() === null) packages.unshift('chromium');

  if (packages.length > 0 && canInstallPackages()) {
    const refused = await installPackages(packages, say);
    for (const [name, reason] of refused) say(`could not install ${name}: ${reason}`);
  }
  const noBrowser = await installBrowser(say);
  if (noBrowser !== null) say(`no browser (${noBrowser}): tests in a real browser are skipped`);
  const noMise = installMise(say);
  if (noMise !== null) say(`no mise (${noMise}): tests with a real mise are skipped`);
  const noAsdf = installAsdf(say);
  if (noAsdf !== null) say(`no asdf (${noAsdf}): tests with a real asdf are skipped`);
  for (const need of unmet(needs, thisMachine)) say(`no ${need.name}: skipped are ${need.without}`);
}
