import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reply } from './http-reply.js';

const FILES: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/phone.css': ['phone.css', 'text/css; charset=utf-8'],
  '/phone.js': ['phone.js', 'text/javascript; charset=utf-8'],
  '/phone-answers.js': ['phone-answers.js', 'text/javascript; charset=utf-8'],
  '/phone-bubbles.js': ['phone-bubbles.js', 'text/javascript; charset=utf-8'],
  '/phone-parts.js': ['phone-parts.js', 'text/javascript; charset=utf-8'],
  '/phone-view.js': ['phone-view.js', 'text/javascript; charset=utf-8'],
  '/mails': ['mails.html', 'text/html; charset=utf-8'],
  '/mails.css': ['mails.css', 'text/css; charset=utf-8'],
  '/mails.js': ['mails.js', 'text/javascript; charset=utf-8'],
  '/numbers': ['numbers.html', 'text/html; charset=utf-8'],
  '/numbers.js': ['numbers.js', 'text/javascript; charset=utf-8'],
  '/numbers.css': ['numbers.css', 'text/css; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
};

/** No inline script or style, nothing from elsewhere: what a citizen wrote can never run. */
const HEADERS = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
};

/** The pages with the phones, the mails and the numbers. Their files are read once, at the first request. */
export class StaticPage {
  private readonly replies = new Map<string, Reply>();

  find(path: string): Reply | undefined {
    const file = Object.hasOwn(FILES, path) ? FILES[path] : undefined;
    if (!file) return undefined;
    const reply = this.replies.get(path) ?? {
      status: 200,
      type: file[1],
      body: readFileSync(join(FOLDER, file[0])),
      headers: HEADERS,
    };
    this.replies.set(path, reply);
    return reply;
  }
}

/** The compiled program lies deeper than its source, so the folder is found from the root of the repository. */
const FOLDER = join(repositoryRoot(dirname(fileURLToPath(import.meta.url))), 'apps/simulator/public');

function repositoryRoot(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('The simulator is not inside a folder with a package.json.');
  return repositoryRoot(parent);
}
