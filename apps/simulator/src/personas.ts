import { ControlError } from './control-error.js';
import { isObject, isText } from './json.js';

/** What makes a citizen differ from the ordinary one. */
export interface Persona {
  readonly is: PersonaKind;
  /** How much later the statuses of whoever is slow come. */
  readonly delayMs: number;
  /** Shown with the user id in place of the phone. */
  readonly username: string | null;
  /** Also known by an id across linked portfolios. */
  readonly hasParentId: boolean;
}

export const PERSONA_KINDS = [
  'ordinary',
  'blocked-you',
  'no-whatsapp',
  'hidden-phone',
  'no-marketing',
  'capped',
  'experiment',
  'identity-changed',
  'slow',
  'never-reads',
] as const;
export type PersonaKind = (typeof PERSONA_KINDS)[number];

const SLOW_MS = 10 * 60_000;

/**
 * People who are somebody from the beginning, by their number, so that a test or a demonstration needs no preparation. All in
 * a range that is nobody's: https://nationalnanpa.com (555-0100 to 555-0199)
 */
export const PERSONA_NUMBERS: Readonly<Record<string, PersonaKind>> = {
  '15550190101': 'blocked-you',
  '15550190102': 'no-whatsapp',
  '15550190103': 'hidden-phone',
  '15550190104': 'no-marketing',
  '15550190105': 'slow',
  '15550190106': 'capped',
  '15550190107': 'experiment',
  '15550190108': 'identity-changed',
  '15550190109': 'never-reads',
};

/**
 * The code with which Meta reports, after it has accepted, that a message did not reach such a person; `marketing` where it
 * holds for marketing alone. https://developers.facebook.com/documentation/business-messaging/whatsapp/support/error-codes
 */
const FAILURES: Readonly<Partial<Record<PersonaKind, { readonly code: number; readonly category?: string }>>> = {
  'no-whatsapp': { code: 131026 },
  'no-marketing': { code: 131050, category: 'marketing' },
  capped: { code: 131049, category: 'marketing' },
  experiment: { code: 130472, category: 'marketing' },
  'identity-changed': { code: 137000 },
};

/** Who the citizens are; each is one persona at a time. */
export class Personas {
  private readonly set = new Map<string, Persona>();

  /** `{ phone, is, delayMs?, username?, parentId? }` */
  change(input: unknown): { readonly phone: string; readonly persona: Persona } {
    if (!isObject(input)) throw new ControlError('invalid-persona', 'The body is not an object.');
    const { phone, is, delayMs, username, parentId } = input;
    if (typeof phone !== 'string' || !/^\+?\d{7,15}$/.test(phone)) {
      throw new ControlError('invalid-persona', 'phone is a phone number such as +447700900123.', 'phone');
    }
    if (!(PERSONA_KINDS as readonly unknown[]).includes(is)) {
      throw new ControlError('invalid-persona', `is is one of ${PERSONA_KINDS.join(', ')}.`, 'is');
    }
    const persona: Persona = {
      is: is as PersonaKind,
      delayMs: Number.isInteger(delayMs) && (delayMs as number) >= 0 ? (delayMs as number) : SLOW_MS,
      username: isText(username) ? username : null,
      hasParentId: parentId === true,
    };
    const digits = phone.replace('+', '');
    this.set.set(digits, persona);
    return { phone: digits, persona };
  }

  of(key: string): Persona {
    return this.set.get(key) ?? ordinary(PERSONA_NUMBERS[key] ?? 'ordinary');
  }

  /** The same person under another number. */
  move(from: string, to: string): void {
    this.set.set(to, this.of(from));
  }

  list(): object[] {
    const numbers = new Set([...Object.keys(PERSONA_NUMBERS), ...this.set.keys()]);
    return [...numbers].map((phone) => ({ phone, ...this.of(phone) }));
  }

  hidesPhone(key: string): boolean {
    return this.of(key).is === 'hidden-phone';
  }

  failureOf(key: string, category: string): number | null {
    const failure = FAILURES[this.of(key).is];
    return failure && (failure.category === undefined || failure.category === category) ? failure.code : null;
  }
}

function ordinary(is: PersonaKind): Persona {
  return { is, delayMs: SLOW_MS, username: null, hasParentId: false };
}
