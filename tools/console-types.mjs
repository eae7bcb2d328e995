// The API's types for the console, from openapi.json: `node tools/console-types.mjs` writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = resolve(fileURLToPath(import.meta.url), '../..');

export const CONSOLE_TYPES = 'apps/console/src/api/schema.d.ts';

const HEADER = '// Made from openapi.json by `npm run generated:write`; do not edit.\n\n';

/** @param {string} openApi the text of openapi.json */
export async function consoleTypes(openApi) {
  const { default: openapiTs, astToString } = createRequire(join(ROOT, 'apps/console/package.json'))(
    'openapi-typescript',
  );
  return HEADER + astToString(await openapiTs(JSON.parse(openApi)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(join(ROOT, CONSOLE_TYPES), await consoleTypes(readFileSync(join(ROOT, 'openapi.json'), 'utf8')));
}
