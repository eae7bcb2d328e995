/** What a template message costs: to numbers with a calling code, in a category. Money is whole millionths of the currency. */
export interface Price {
  /** Digits with which phone numbers begin; empty for all others. */
  readonly callingCode: string;
  /** Of the template, as Meta writes it. */
  readonly category: string;
  readonly micros: bigint;
}

export interface DatedPrice extends Price {
  readonly currency: string;
  /** The first day on which it counts, `2026-01-31`. */
  readonly from: string;
}

const MICROS_PER_UNIT = 1_000_000n;
const AMOUNT = /^(\d{1,9})(?:\.(\d{1,6}))?$/;
const LINE = /^([A-Z]{3}),(\d{0,7}),(MARKETING|UTILITY|AUTHENTICATION),(\d{4}-\d{2}-\d{2}),([\d.]+)$/;

/** Millionths of a decimal amount, exactly; null for what is no amount. */
export function microsOf(amount: string): bigint | null {
  const [, units, fraction = ''] = AMOUNT.exec(amount) ?? [];
  return units === undefined ? null : BigInt(units) * MICROS_PER_UNIT + BigInt(fraction.padEnd(6, '0'));
}

export function formatMicros(micros: bigint): string {
  const fraction = String(micros % MICROS_PER_UNIT)
    .padStart(6, '0')
    .replace(/0{1,4}$/, '');
  return `${micros / MICROS_PER_UNIT}.${fraction}`;
}

/** One line `EUR,44,UTILITY,2026-01-01,0.0159`; null when it is none. */
export function parsePriceLine(line: string): DatedPrice | null {
  const [, currency, callingCode, category, from, amount] = LINE.exec(line.trim()) ?? [];
  const micros = amount === undefined ? null : microsOf(amount);
  const isDay = from !== undefined && new Date(`${from}T00:00:00Z`).toJSON()?.startsWith(from) === true;
  if (currency === undefined || category === undefined || micros === null || !isDay) return null;
  return { currency, callingCode: callingCode ?? '', category, from, micros };
}

const LONGEST_CODE = 7;

/** The prices of one currency on one day. */
export class PriceList {
  private readonly prices: ReadonlyMap<string, bigint>;

  constructor(prices: readonly Price[]) {
    this.prices = new Map(prices.map(({ callingCode, category, micros }) => [`${category}/${callingCode}`, micros]));
  }

  /** The price of the longest calling code that fits; nothing where none is known. */
  of(phone: string | undefined, category: string): bigint {
    const digits = (phone ?? '').replace(/\D/g, '').slice(0, LONGEST_CODE);
    for (let length = digits.length; length >= 0; length--) {
      const micros = this.prices.get(`${category}/${digits.slice(0, length)}`);
      if (micros !== undefined) return micros;
    }
    return 0n;
  }
}
