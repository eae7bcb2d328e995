import { ALLOWED_IMPORTS, WITHOUT_FRAMEWORK } from './test/architecture/layers.mjs';

const LIBS = Object.keys(ALLOWED_IMPORTS)
  .filter((home) => home.startsWith('libs/'))
  .map((home) => home.slice('libs/'.length));
const TEST_FILES = '(\\.spec\\.ts|\\.builder\\.ts)$|/testing/';

const literally = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** One rule for each lib and app: everything that the table does not open is forbidden. */
const layers = Object.entries(ALLOWED_IMPORTS).map(([home, open]) => ({
  name: `layers-${home.replace('/', '-')}`,
  comment: `${home} may import ${open.join(', ') || 'no lib'}: test/architecture/layers.mjs`,
  severity: 'error',
  from: { path: `^${home}/` },
  to: { path: `^libs/(${LIBS.filter((lib) => !open.includes(lib) && home !== `libs/${lib}`).join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...layers,
    {
      name: 'no-circle',
      comment: 'A circle has no order of reading or of starting.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-deep-import',
      comment: 'Another lib is what its index.ts says.',
      severity: 'error',
      from: { path: '^((?:apps|libs)/[^/]+|migrations)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^$1/' },
    },
    {
      name: 'no-app-import',
      comment: 'What two apps need is a lib.',
      severity: 'error',
      from: { path: '^((?:apps|libs)/[^/]+|migrations)/' },
      to: { path: '^apps/', pathNot: '^$1/' },
    },
    {
      name: 'no-test-file-in-product',
      comment: 'Specs, builders and testing folders are not shipped.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: TEST_FILES },
      to: { path: TEST_FILES },
    },
    {
      name: 'no-framework',
      comment: 'These libs are used bare, by tests and tools.',
      severity: 'error',
      from: { path: `^libs/(${WITHOUT_FRAMEWORK.libs.join('|')})/` },
      to: { path: `node_modules/(${WITHOUT_FRAMEWORK.packages.map(literally).join('|')})` },
    },
    {
      name: 'pages-use-the-kit',
      comment: 'What a control is made of is decided in one place: apps/console/README.md.',
      severity: 'error',
      from: { path: '^apps/console/src/(?!kit/)' },
      to: {
        path: [
          'node_modules/(react-(aria|stately|hook-form)|zod|@tanstack/react-(table|virtual)|microdiff)',
          '^apps/console/src/kit/(?!index\\.ts$)',
        ],
      },
    },
    {
      name: 'kit-knows-no-page',
      comment: 'The kit is what pages are made of.',
      severity: 'error',
      from: { path: '^apps/console/src/(kit|api|session|i18n)/' },
      to: { path: '^apps/console/src/(pages|shell)/' },
    },
    {
      name: 'areas-apart',
      comment:
        'An area of the console can be changed without reading another. Those who run the platform see pages of agencies, so theirs is made of them.',
      severity: 'error',
      from: { path: '^apps/console/src/pages/([^/]+)/', pathNot: '^apps/console/src/pages/platform/' },
      to: { path: '^apps/console/src/pages/', pathNot: '^apps/console/src/pages/$1/' },
    },
    {
      name: 'resolves',
      comment: 'An import that leads nowhere is checked by nothing.',
      severity: 'error',
      from: {},
      // Its `source` condition names files that it does not ship.
      to: { couldNotResolve: true, pathNot: '^react-aria-components$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^apps/console/dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['source', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
