// Run after `npm install` (`npm run lock`). A package may name binaries for platforms that the registry in use did not serve; npm
// then leaves them out of package-lock.json, and `npm ci` refuses the file as incomplete. This adds an entry for each.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'sunos', 'aix', 'openharmony'];
const PROCESSORS = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el', 'wasm32'];

const C_LIBRARIES = [
  { mark: 'musl', name: 'musl' },
  { mark: 'gnu', name: 'glibc' },
];

const isExactVersion = (range) => /^\d+\.\d+\.\d+/.test(range);
const partsOf = (name) => name.split(/[-/]/);

function platformOf(name) {
  const parts = partsOf(name);
  const system = SYSTEMS.find((candidate) => parts.includes(candidate));
  const processor = PROCESSORS.find((candidate) =>
    parts.some((part) => part === candidate || part.startsWith(`${candidate}v`)),
  );
  const library = C_LIBRARIES.find(({ mark }) => parts.some((part) => part.startsWith(mark)));
  return {
    ...(processor && { cpu: [processor] }),
    ...(system && { os: [system] }),
    ...(library && { libc: [library.name] }),
  };
}

// Node looks in the package itself, then in each folder above it; so does npm.
function isLocked(packages, owner, name) {
  const folders = owner
    .split('/node_modules/')
    .map((_, depth, parts) => parts.slice(0, depth + 1).join('/node_modules/'));
  return [...folders.map((folder) => `${folder}/node_modules/${name}`), `node_modules/${name}`].some(
    (path) => path in packages,
  );
}

function missingEntries(packages) {
  const missing = {};
  for (const [owner, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (owner === '' || !isExactVersion(version) || isLocked(packages, owner, name)) continue;
      missing[`node_modules/${name}`] = { version, ...platformOf(name), optional: true };
    }
  }
  return missing;
}

const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const missing = missingEntries(lock.packages);
// npm's own order, so that its next run changes nothing but what it must.
const byPath = ([a], [b]) => a.localeCompare(b, 'en');
lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(byPath));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${FILE}: ${Object.keys(missing).length} entries added`);
