// Writes, or checks, what is generated from the code: openapi.json and the console's types, its tables of roles, the tables of
// docs/roles.md and docs/errors-from-whatsapp.md, schema.sql and .env.example.
import './node-version.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONSOLE_ACCESS, consoleAccess } from './console-access.mjs';
import { CONSOLE_TYPES, consoleTypes } from './console-types.mjs';
import { ensureSetUp, ROOT, setUpToGenerate } from './setup.mjs';

const USAGE = 'Usage: node tools/generated.mjs --write | --check';

function runBuilt(entry, args) {
  const result = spawnSync(process.execPath, [join(ROOT, 'dist', entry), ...args], { cwd: ROOT, encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${entry} failed:\n${result.stdout}${result.stderr}`);
}

function openApi(directory) {
  const output = join(directory, 'openapi.json');
  runBuilt('apps/api/src/export-openapi.js', [output]);
  return readFileSync(output, 'utf8');
}

async function envExample() {
  const { renderEnvExample } = await import('../dist/libs/config/src/index.js');
  return renderEnvExample();
}

const ROLES_PAGE = 'docs/roles.md';
const PERMISSIONS_PLACE = /(<!-- permissions -->\n)[\s\S]*?(<!-- \/permissions -->)/;

/** The page is written by people; only the table between its two marks is made here. */
async function rolesPage() {
  const { renderPermissionsTable } = await import('../dist/libs/access/src/index.js');
  const page = readFileSync(join(ROOT, ROLES_PAGE), 'utf8');
  if (!PERMISSIONS_PLACE.test(page)) throw new Error(`${ROLES_PAGE} has lost the place of its table`);
  return page.replace(PERMISSIONS_PLACE, (_, begin, end) => `${begin}\n${renderPermissionsTable()}\n\n${end}`);
}

const ERRORS_PAGE = 'docs/errors-from-whatsapp.md';
const ERRORS_PLACE = /(<!-- errors -->\n)[\s\S]*?(<!-- \/errors -->)/;

async function errorsPage() {
  const { renderErrorTables } = await import('../dist/libs/sending/src/index.js');
  const page = readFileSync(join(ROOT, ERRORS_PAGE), 'utf8');
  if (!ERRORS_PLACE.test(page)) throw new Error(`${ERRORS_PAGE} has lost the place of its tables`);
  return page.replace(ERRORS_PLACE, (_, begin, end) => `${begin}\n${renderErrorTables()}\n\n${end}`);
}

/** The schema as the migrations make it, in a database that exists for this moment. */
async function schema() {
  const { startPostgres } = await import('./services.mjs');
  const { migrate, ownerDataSource, printSchema } = await import('../dist/libs/database/src/index.js');
  const { migrations } = await import('../dist/migrations/index.js');
  const postgres = await startPostgres({ durable: false });
  try {
    const adminUrl = postgres.url('belfry_schema');
    await migrate({ adminUrl, appUrl: adminUrl, migrations });
    const source = await ownerDataSource(adminUrl, []).initialize();
    const text = await printSchema(source);
    await source.destroy();
    return text;
  } finally {
    await postgres.stop();
  }
}

async function generate() {
  const directory = mkdtempSync(join(tmpdir(), 'belfry-generated-'));
  try {
    const api = openApi(directory);
    return {
      'openapi.json': api,
      [CONSOLE_TYPES]: await consoleTypes(api),
      [CONSOLE_ACCESS]: await consoleAccess(),
      '.env.example': await envExample(),
      [ROLES_PAGE]: await rolesPage(),
      [ERRORS_PAGE]: await errorsPage(),
      'schema.sql': await schema(),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function currentText(name) {
  try {
    return readFileSync(join(ROOT, name), 'utf8');
  } catch {
    return '';
  }
}

async function main() {
  const [mode] = process.argv.slice(2);
  if (mode !== '--write' && mode !== '--check') {
    console.error(USAGE);
    process.exit(2);
  }
  const setUp = mode === '--write' ? setUpToGenerate : ensureSetUp;
  await setUp({ log: (line) => console.error(line) });
  const stale = Object.entries(await generate()).filter(([name, text]) => currentText(name) !== text);
  if (mode === '--write') for (const [name, text] of stale) writeFileSync(join(ROOT, name), text);
  for (const [name] of stale) console.log(mode === '--write' ? `${name} written` : `${name} is not current`);
  if (mode === '--check' && stale.length > 0) {
    console.log('Run npm run generated:write and commit the result.');
    process.exit(1);
  }
}

main().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
