/** `[field, code]` */
export type Fault = readonly [string, string];

export interface Refusal {
  readonly status: number;
  readonly code: string;
  /** Every fault that the answer lists, in any order; left out, none is listed. */
  readonly errors?: readonly Fault[];
}

/** Who asks: a key with every right unless said otherwise. */
export type Asker =
  | 'key'
  | 'test-key'
  | 'reader'
  | 'expired'
  | 'revoked'
  | 'unknown'
  | 'nobody'
  /** A person who administers the agency. */
  | 'admin'
  | { readonly header: string };

export interface BadRequest {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  /** JSON is made of it; a text or bytes are sent as they stand. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly asker?: Asker;
  readonly answer: Refusal;
}

/** A group of requests to one route. */
export interface BadRequests {
  readonly route: string;
  readonly requests: readonly BadRequest[];
}

export function invalid(...errors: readonly Fault[]): Refusal {
  return { status: 400, code: 'invalid-request', errors };
}

/** Well-formed and refused for what it says. */
export function refused(code: string, ...errors: readonly Fault[]): Refusal {
  return { status: 422, code, ...(errors.length > 0 && { errors }) };
}

export const NOT_FOUND: Refusal = { status: 404, code: 'not-found' };

/** JSON that no object of JavaScript can be written as. */
export function raw(text: string): string {
  return text;
}

/** Names that a caller could hope to set. */
export const FORBIDDEN_FIELDS = [
  'id',
  'agencyId',
  'agency_id',
  'departmentId',
  'actor',
  'role',
  'permissions',
  'mode',
  'state',
  'approvedBy',
  'createdAt',
  'constructor',
  'toString',
] as const;

/** The same request with each name that is not its own: refused by that name, never set. */
export function massAssignments(valid: object): BadRequest[] {
  const own = FORBIDDEN_FIELDS.map((field) => ({
    name: `the field ${field}`,
    body: { ...valid, [field]: 'x' },
    answer: invalid([field, 'unknown-field']),
  }));
  const inherited = {
    name: 'the field __proto__',
    body: raw(JSON.stringify({ ...valid, PLACE: { isAdmin: true } }).replace('PLACE', '__proto__')),
    answer: invalid(['__proto__', 'unknown-field']),
  };
  return [...own, inherited];
}

/** The same request with one field changed, for each value of a list. */
export function eachValue(valid: object, field: string, values: readonly unknown[], code: string): BadRequest[] {
  return values.map((value) => ({
    name: `${field} ${JSON.stringify(value)?.slice(0, 40)}`,
    body: withField(valid, field, value),
    answer: invalid([field, code]),
  }));
}

/** A copy in which the field at this path has this value. */
export function withField(valid: object, path: string, value: unknown): object {
  const [first = '', ...rest] = path.split('.');
  const inner = (valid as Record<string, unknown>)[first];
  return {
    ...valid,
    [first]: rest.length === 0 ? value : withField((inner ?? {}) as object, rest.join('.'), value),
  };
}
