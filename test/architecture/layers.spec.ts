import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ALLOWED_IMPORTS, NARROWED, WITHOUT_FRAMEWORK } from './layers.mjs';
import { filesUnder, foldersOf, type Import, importsOf, isTestFile, productFiles } from './source-files.js';

const LIB = '#libs/';
const files = filesUnder(['apps', 'libs', 'migrations']);
const imports = files.flatMap(importsOf);
const productImports = productFiles().flatMap(importsOf);

const libOf = ({ specifier }: Import) => specifier.slice(LIB.length);
const describeImport = ({ file, specifier }: Import) => `${file.path} imports ${specifier}`;
const libImports = imports.filter(({ specifier }) => specifier.startsWith(LIB));

describe('The table of imports', () => {
  it('names every lib and app there is and no other', () => {
    const homes = [...foldersOf('apps').map((app) => `apps/${app}`), ...foldersOf('libs').map((lib) => `libs/${lib}`)];
    expect(Object.keys(ALLOWED_IMPORTS).sort()).toEqual([...homes, 'migrations'].sort());
  });

  it('opens only libs that exist', () => {
    const libs = new Set(foldersOf('libs'));
    expect(Object.values(ALLOWED_IMPORTS).flatMap((open) => open.filter((lib) => !libs.has(lib)))).toEqual([]);
  });

  it('has no cycle', () => {
    expect(Object.keys(ALLOWED_IMPORTS).filter((home) => reachable(home).has(home))).toEqual([]);
  });
});

describe('Imports', () => {
  it('are seen at all', () => {
    expect(libImports.length).toBeGreaterThan(200);
  });

  it('of a lib stand in the table', () => {
    const refused = libImports.filter((one) => !ALLOWED_IMPORTS[one.file.home]?.includes(libOf(one)));
    expect(refused.map(describeImport)).toEqual([]);
  });

  it('by a relative path stay inside their own lib or app', () => {
    const leaving = imports.filter(
      ({ file, specifier }) =>
        specifier.startsWith('.') && !posix.join(posix.dirname(file.path), specifier).startsWith(`${file.home}/`),
    );
    expect(leaving.map(describeImport)).toEqual([]);
  });

  it('never take an own index, which would close a circle', () => {
    const own = imports.filter(
      ({ file, specifier }) => file.home.startsWith('libs/') && /^\.{1,2}\/(?:.*\/)?index\.js$/.test(specifier),
    );
    expect(own.map(describeImport)).toEqual([]);
  });

  it.each(NARROWED)('by $from of $lib take only $only', ({ from, lib, only }) => {
    const found = libImports.filter((one) => one.file.home === from && libOf(one) === lib);
    const isAllowed = (one: Import) =>
      only === 'types' ? one.isTypeOnly : one.names.every((name) => only.includes(name));
    expect(found.filter((one) => !isAllowed(one)).map(describeImport)).toEqual([]);
  });

  it('of what tests use stay in tests', () => {
    const leaked = productImports.filter(
      ({ file, specifier }) =>
        specifier.startsWith('.') &&
        isTestFile(posix.join(posix.dirname(file.path), specifier.replace(/\.js$/, '.ts'))),
    );
    expect(leaked.map(describeImport)).toEqual([]);
  });

  it('of a framework have no place in the libs that are used bare', () => {
    const homes = WITHOUT_FRAMEWORK.libs.map((lib) => `libs/${lib}`);
    const found = imports.filter(
      ({ file, specifier }) =>
        homes.includes(file.home) && WITHOUT_FRAMEWORK.packages.some((name) => specifier.startsWith(name)),
    );
    expect(found.map(describeImport)).toEqual([]);
  });
});

function reachable(home: string): Set<string> {
  const found = new Set<string>();
  const visit = (from: string) => {
    for (const lib of ALLOWED_IMPORTS[from] ?? []) {
      const next = `libs/${lib}`;
      if (!found.has(next)) {
        found.add(next);
        visit(next);
      }
    }
  };
  visit(home);
  return found;
}
