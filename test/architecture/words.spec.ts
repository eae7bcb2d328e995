import { describe, expect, it } from 'vitest';
import { filesUnder, isTestFile, type SourceFile } from './source-files.js';

const OWN_PATH = 'test/architecture/words.spec.ts';

interface Word {
  readonly word: RegExp;
  readonly say: string;
  /** Where the word is right all the same, with the reason. */
  readonly except?: Readonly<Record<string, string>>;
}

/** One word per thing. Words of Meta's own are allowed where we speak to Meta or as Meta. */
const WORDS: readonly Word[] = [
  { word: /tenan(?:t|cy)/i, say: 'agency' },
  { word: /\bworkspaces?\b/i, say: 'agency' },
  {
    word: /\borg(?:s|anisations?|anizations?)?\b/i,
    say: 'agency',
    except: {
      'apps/simulator/src/to-bubble.ts': "Meta's field of a contact card",
      'libs/sending/src/content/to-send-content.ts': "Meta's field of a contact card",
      'libs/whatsapp/src/send-types.ts': "Meta's field of a contact card",
      'libs/whatsapp/src/webhook-types.ts': "a field of Meta's contact cards",
      'libs/whatsapp/src/read-inbound-content.ts': "a field of Meta's contact cards",
    },
  },
  { word: /broadcast/i, say: 'campaign', except: { 'apps/console/src/live/': "the browser's BroadcastChannel" } },
  { word: /\bblasts?\b/i, say: 'campaign' },
  {
    word: /customer/i,
    say: 'contact',
    except: {
      'apps/simulator/': 'speaks as Meta',
      'libs/consent/src/gate.ts': "the customer service window is Meta's name",
      'libs/phone-numbers/src/account-limits.ts': "Meta's word for a restriction",
      'libs/sending/src/received-message.ts': "Meta's words for a changed number",
      'libs/whatsapp/src/inbound-content.ts': "Meta's words for a changed number",
      'libs/whatsapp/src/webhook-events.ts': "Meta's word for a restriction",
    },
  },
  { word: /notification/i, say: 'message' },
  { word: /\btickets?\b/i, say: 'conversation' },
  {
    word: /channel/i,
    say: 'phone number',
    except: {
      'apps/console/src/live/': "the browser's BroadcastChannel",
      'libs/consent/src/consent-events.repository.ts': 'consent is given for a channel, of which WhatsApp is one',
      'migrations/1795341840000-create-contacts-and-consent.ts':
        'consent is given for a channel, of which WhatsApp is one',
    },
  },
];

/** A remedy may send people elsewhere: by letter, by telephone. */
const ALLOWED_PHRASES = /another channel/gi;
/** Addresses are written as they are. */
const ADDRESSES = /https?:\/\/\S+|[\w-]+\.example\.org|\bexample\.org/g;

/** What never belongs to a product: where it was once built, and where its packages came from. */
const FOREIGN_WORDS: readonly RegExp[] = [
  /(?<![\w.-])\/(?:work|root|home)\/[a-z]/,
  /registry\.(?:npmjs|yarnpkg)|npmmirror|artifactory|verdaccio/i,
];
/** Tests start servers of their own; one on a fixed port stands on one machine only. */
const FOREIGN_TO_TESTS: readonly RegExp[] = [/(?<![\w.-])\/work\//, /127\.0\.0\.1:5\d{3}\b/];

const files = filesUnder(['apps', 'libs', 'migrations'], ['.ts', '.js', '.html', '.css', '.md', '.json']).map(
  (file) => ({
    ...file,
    text: file.text.replace(ADDRESSES, '').replace(ALLOWED_PHRASES, ''),
  }),
);

/** The glossary is of English words; other languages have words that only look like them. */
const OTHER_LANGUAGES = /^apps\/console\/src\/i18n\/locales\/(?!en\/)/;

describe('The words of the glossary', () => {
  it.each(WORDS)('say $say and never $word', ({ word, except = {} }) => {
    const isExcepted = (path: string) => Object.keys(except).some((place) => path.startsWith(place));
    const isEnglish = (path: string) => !OTHER_LANGUAGES.test(path);
    const places = files.filter(({ path }) => !isTestFile(path) && isEnglish(path) && !isExcepted(path));
    expect(found(places, [word])).toEqual([]);
  });
});

describe('The product', () => {
  it('names no machine and no package registry', () => {
    const shipped = [...files, ...filesUnder(['tools', 'docs'], ['.mjs', '.mts', '.md'])];
    expect(
      found(
        shipped.filter(({ path }) => !isTestFile(path)),
        FOREIGN_WORDS,
      ),
    ).toEqual([]);
  });

  it('is tested without a server that stands on one machine', () => {
    const tests = filesUnder(['test'], ['.ts', '.mjs', '.json']).filter(({ path }) => path !== OWN_PATH);
    expect(found(tests, FOREIGN_TO_TESTS)).toEqual([]);
  });
});

function found(places: readonly SourceFile[], words: readonly RegExp[]): string[] {
  return places.flatMap(({ path, text }) =>
    words.filter((word) => word.test(text)).map((word) => `${path}: ${lineWith(text, word)}`),
  );
}

function lineWith(text: string, word: RegExp): string {
  return (
    text
      .split('\n')
      .find((line) => word.test(line))
      ?.trim() ?? ''
  );
}
