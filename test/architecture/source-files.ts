import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The repository's root; tests run from it. */
export const ROOT = join(import.meta.dirname, '../..');

export interface SourceFile {
  /** From the root, with slashes: `libs/kernel/src/ids.ts`. */
  readonly path: string;
  /** The lib, app or folder that it belongs to: `libs/kernel`, `apps/api`, `migrations`. */
  readonly home: string;
  readonly text: string;
}

export interface Import {
  readonly file: SourceFile;
  /** What stands in the quotes. */
  readonly specifier: string;
  readonly names: readonly string[];
  readonly isTypeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:([\w*{}\s,$]+?)\s+from\s+)?'([^']+)'/gm;
const DYNAMIC_IMPORT = /\bimport\(\s*'([^']+)'\s*\)/g;

/** Every file under these folders whose name ends so. */
export function filesUnder(folders: readonly string[], endings: readonly string[] = ['.ts']): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/'))
      .filter((path) => !/(?:^|\/)(?:node_modules|dist)\//.test(path))
      .sort()
      .map((path) => ({ path, home: homeOf(path), text: readFileSync(join(ROOT, path), 'utf8') })),
  );
}

/** What the product consists of, without its tests. */
export function productFiles(): SourceFile[] {
  return filesUnder(['apps', 'libs', 'migrations']).filter(({ path }) => !isTestFile(path));
}

/** Specs, and what only specs use. */
export function isTestFile(path: string): boolean {
  return path.endsWith('.spec.ts') || path.endsWith('.builder.ts') || path.includes('/testing/');
}

export function importsOf(file: SourceFile): Import[] {
  const declared = [...file.text.matchAll(IMPORT)].map(([, type, clause = '', specifier = '']) => ({
    file,
    specifier,
    names: namesIn(clause),
    isTypeOnly: type !== undefined || (clause.includes('{') && namesIn(clause, { valuesOnly: true }).length === 0),
  }));
  const dynamic = [...file.text.matchAll(DYNAMIC_IMPORT)].map(([, specifier = '']) => ({
    file,
    specifier,
    names: ['*'],
    isTypeOnly: false,
  }));
  return [...declared, ...dynamic];
}

/** Names of the folders right under one: `apps` → `api`, `cli` … */
export function foldersOf(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

function homeOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'apps' || first === 'libs' ? `${first}/${second}` : first;
}

/** `{ a, type B, c as d }` → a, B, c */
function namesIn(clause: string, { valuesOnly = false } = {}): string[] {
  return clause
    .replace(/[{}]/g, ' ')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '' && !(valuesOnly && part.startsWith('type ')))
    .map((part) => part.replace(/^type /, '').split(' as ')[0] ?? part);
}
