/**
 * The foundations, from the bottom. Each may import the rows before its own; whatever is no foundation may import all of
 * them.
 */
export const FOUNDATIONS = [
  ['kernel'],
  ['config'],
  ['observability'],
  ['whatsapp', 'crypto'],
  ['database', 'queue', 'http', 'egress'],
  ['events', 'idempotency', 'mail', 'home'],
  ['audit'],
  ['agencies'],
  ['access'],
  ['live'],
];

/** The nouns and flows, with those other nouns that each is made of. */
export const FEATURES = {
  'phone-numbers': [],
  contacts: [],
  media: ['phone-numbers'],
  sso: [],
  templates: ['phone-numbers', 'media'],
  consent: ['contacts'],
  webhooks: ['phone-numbers'],
  sending: ['phone-numbers', 'templates', 'contacts', 'consent', 'media'],
  onboarding: ['consent'],
  callbacks: ['sending'],
};

const FOUNDATION_NAMES = FOUNDATIONS.flat();
const EVERY_LIB = [...FOUNDATION_NAMES, ...Object.keys(FEATURES)];

/** Apps adapt; none imports another. */
export const APPS = {
  api: EVERY_LIB,
  // Of http it takes the health part only, which `NARROWED` says.
  worker: EVERY_LIB,
  cli: EVERY_LIB.filter((lib) => lib !== 'http'),
  // A stand-in for Meta that shared our parsers would agree with our mistakes.
  // Runs in the browser and knows the api only through its generated description.
  console: [],
  simulator: ['kernel', 'config', 'observability', 'http', 'whatsapp'],
};

/** Imports that are allowed for a part of the lib only: these names, or nothing but types. */
export const NARROWED = [
  { from: 'apps/worker', lib: 'http', only: ['HealthModule'] },
  { from: 'apps/simulator', lib: 'whatsapp', only: 'types' },
];

/** Libs that tests and tools use bare: a framework inside would have to be started first. */
export const WITHOUT_FRAMEWORK = {
  libs: ['kernel', 'crypto', 'whatsapp'],
  packages: ['@nestjs/', 'typeorm', 'bull', 'express'],
};

/** Who may import whom: `libs/<name>`, `apps/<name>` and `migrations`, each with the libs open to it. */
export const ALLOWED_IMPORTS = {
  ...Object.fromEntries(
    FOUNDATIONS.flatMap((row, index) => row.map((lib) => [`libs/${lib}`, FOUNDATIONS.slice(0, index).flat()])),
  ),
  ...Object.fromEntries(
    Object.entries(FEATURES).map(([lib, sideways]) => [`libs/${lib}`, [...FOUNDATION_NAMES, ...sideways]]),
  ),
  ...Object.fromEntries(Object.entries(APPS).map(([app, libs]) => [`apps/${app}`, libs])),
  // A migration says for ever what it said on its day; code that changes may not stand in it.
  migrations: [],
};
