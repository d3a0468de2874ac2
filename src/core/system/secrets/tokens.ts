import { mark } from './mark.ts';

/**
 * Tokens that are recognized anywhere, by the prefixes that their issuers chose so that they can be found: GitHub,
 * GitLab, AWS, Slack, Stripe, OpenAI, npm, PyPI, Docker, Google, SendGrid, Hugging Face, Vault, DigitalOcean, age, and
 * JSON Web Tokens.
 */
const known = new RegExp(
  `(?<![A-Za-z0-9])(?:${[
    'gh[opsur]_[A-Za-z0-9]{10,}',
    'github_pat_\\w{10,}',
    'gl(?:pat|dt|rt|cbt|ptt|ft|oas|soat|agent|imt)-[\\w-]{10,}(?:\\.[\\w-]+)*',
    '(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])',
    'x(?:ox[abeoprs]|app)-[A-Za-z0-9-]{8,}',
    '(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}',
    'sk-[\\w-]{20,}',
    'npm_[A-Za-z0-9]{20,}',
    'pypi-[\\w-]{20,}',
    'dckr_(?:pat|oat)_[\\w-]{10,}',
    'AIza[\\w-]{30,}',
    'ya29\\.[\\w.-]{10,}',
    'SG\\.[\\w-]{10,}\\.[\\w-]{10,}',
    'hf_[A-Za-z0-9]{20,}',
    'hv[sbr]\\.[\\w-]{20,}',
    'do[opr]_v1_[a-f0-9]{20,}',
    'AGE-SECRET-KEY-1[A-Z0-9]+',
    'eyJ[\\w-]{6,}\\.[\\w-]{2,}(?:\\.[\\w-]*){0,3}',
  ].join('|')})`,
  'g',
);

const privateKey = /(-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)[\s\S]*?(?=-----END |$(?![\s\S]))/g;

/** Addresses that are secrets themselves. */
const webhook = /(hooks\.slack\.com\/(?:services|workflows)\/|discord(?:app)?\.com\/api\/webhooks\/)[\w/-]+/g;

/** Masks tokens that can be recognized by their form, and the bodies of private keys. */
export function maskKnownTokens(text: string): string {
  return text.replaceAll(known, mark).replaceAll(privateKey, `$1${mark}`).replaceAll(webhook, `$1${mark}`);
}
