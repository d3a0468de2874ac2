const mask = '***';

/** `scheme://user:password@` and `scheme://token@`; the user `git` alone is not secret. */
const inUrl = /:\/\/(?!git@)[^\s/?#"'<>]*@/g;

/** `NAME_TOKEN=…`, `-X main.apiKey=…`, `?access_token=…`: as in environments, flags and queries. */
const assigned =
  /((?:token|secret|password|passwd|signature|credentials?|api-?key|[_-]key)=)(?!=)("[^"\n]*"|'[^'\n]*'|[^\s"'&]+)/gi;

/** `"token": "…"`, as in JSON. Without the quotes it would also match a compiler's "unexpected token: …". */
const inJson =
  /((?:token|secret|password|passwd|signature|credentials?|api-?key|[_-]key)"\s{0,8}:\s{0,8}")[^"\n]+(?=")/gi;

/** The header, with any scheme. */
const header =
  /\b((?:proxy-)?authorization["']?\s{0,8}[:=]\s{0,8}["']?)(?:(?:basic|bearer|digest|negotiate)\s+)?[^\s"']+/gi;

/** `Bearer …` alone: long and with a digit, so that prose is left alone. */
const bearer = /\b(bearer\s+)(?=[\w.~+/-]*\d)[\w.~+/-]{16,}=*/gi;

/**
 * Masks passwords and tokens in a text that is shown, logged or stored: in URLs, in assignments to names such as
 * GITHUB_TOKEN or API_KEY, and in Authorization headers. Everything else is unchanged.
 */
export function maskSecrets(text: string): string {
  return text
    .replace(inUrl, `://${mask}@`)
    .replace(header, `$1${mask}`)
    .replace(bearer, `$1${mask}`)
    .replace(assigned, `$1${mask}`)
    .replace(inJson, `$1${mask}`);
}
