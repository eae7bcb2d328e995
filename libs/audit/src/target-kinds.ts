import { type Actor, ID_PREFIXES, type IdKind, isUuid, parseWireId, toWireId, type Uuid } from '#libs/kernel';

/** How a kind of id is written in an entry: snake case. */
export function entryKindOf(kind: string): string {
  return ENTRY_KINDS.get(kind) ?? kind;
}

/** The id as the API shows it. What has no kind of id of its own (a session, a webhook) keeps its UUID. */
export function wireIdOf(entryKind: string, id: Uuid): string {
  const kind = ID_KINDS.get(entryKind);
  return kind ? toWireId(kind, id) : id;
}

/** Belfry itself has no id to look up, and neither has the provider. */
export function wireActorId({ kind, id }: Pick<Actor, 'kind' | 'id'>): string {
  if (kind === 'system' || kind === 'provider') return kind;
  return wireIdOf(kind === 'citizen' ? 'contact' : kind, id);
}

/** The UUID in an id of any kind as the API shows it, or null. */
export function uuidOfAny(text: string): Uuid | null {
  const kind = KINDS_BY_PREFIX.get(text.slice(0, text.lastIndexOf('_')));
  if (kind) return parseWireId(kind, text);
  return isUuid(text) ? text : null;
}

const KINDS = Object.keys(ID_PREFIXES) as IdKind[];
const snake = (kind: string) => kind.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const ENTRY_KINDS: ReadonlyMap<string, string> = new Map(KINDS.map((kind) => [kind, snake(kind)]));
const ID_KINDS: ReadonlyMap<string, IdKind> = new Map(KINDS.map((kind) => [snake(kind), kind]));
const KINDS_BY_PREFIX: ReadonlyMap<string, IdKind> = new Map(KINDS.map((kind) => [ID_PREFIXES[kind], kind]));
