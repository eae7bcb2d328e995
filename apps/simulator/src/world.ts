import type { CompiledTemplate } from './compiled-template.js';

export interface WebhookTarget {
  readonly url: string;
  readonly appSecret: string;
  readonly verifyToken: string;
}

export interface WorldNumber {
  readonly id: string;
  readonly displayPhoneNumber: string;
  /** The display number without anything but digits, as webhooks carry it. */
  readonly digits: string;
  /** Changes when a number is registered under an approved new name. */
  verifiedName: string;
  /** How far it was with Meta when it came into the world. */
  readonly startsAs: 'added' | 'verified' | 'connected';
  /** Through the Cloud API and not through the control API: putting the world again keeps it. */
  readonly isAdded: boolean;
  /** Changes when its throughput is upgraded. */
  messagesPerSecond: number;
  readonly waba: Waba;
}

export interface Waba {
  readonly id: string;
  readonly name: string;
  readonly accessToken: string;
  readonly expiredTokens: readonly string[];
  readonly phoneNumbers: WorldNumber[];
  readonly templates: CompiledTemplate[];
  /** Sends look their template up here. */
  readonly templatesByKey: Map<string, CompiledTemplate>;
}

/** Whether an app gets the webhooks of a WABA, and where else than at its own address. */
export interface Subscription {
  readonly isSubscribed: boolean;
  readonly override: { readonly url: string; readonly verifyToken: string } | null;
}

export type WorldNode =
  | { readonly kind: 'phone'; readonly waba: Waba; readonly number: WorldNumber }
  | { readonly kind: 'waba'; readonly waba: Waba }
  | { readonly kind: 'template'; readonly waba: Waba; readonly template: CompiledTemplate };

const SUBSCRIBED: Subscription = { isSubscribed: true, override: null };

export function templateKey(name: string, language: string): string {
  return `${name}\n${language}`;
}

/** The accounts, numbers and templates that exist. Ids share one space, as in Graph. */
export class World {
  webhook: WebhookTarget | null = null;
  readonly wabas = new Map<string, Waba>();
  private nodes = new Map<string, WorldNode>();
  private tokens = new Map<string, 'valid' | 'expired'>();
  private readonly subscriptions = new Map<string, Subscription>();
  /** Templates made through the Cloud API: putting the world again keeps them. */
  private readonly addedTemplates = new Set<string>();

  /** Adds the accounts, or replaces those of the same id with all that is in them. */
  put(wabas: readonly Waba[]): void {
    for (const waba of wabas) {
      this.keepAdded(waba);
      this.wabas.set(waba.id, waba);
    }
    this.nodes = new Map([...this.wabas.values()].flatMap(nodesOf));
    this.tokens = new Map();
    for (const waba of this.wabas.values()) {
      for (const token of waba.expiredTokens) this.tokens.set(token, 'expired');
      this.tokens.set(waba.accessToken, 'valid');
    }
  }

  addNumber(waba: Waba, number: WorldNumber): void {
    waba.phoneNumbers.push(number);
    this.nodes.set(number.id, { kind: 'phone', waba, number });
  }

  addTemplate(waba: Waba, template: CompiledTemplate): void {
    this.addedTemplates.add(template.id);
    this.putTemplate(waba, template);
  }

  /** In the place of the one with its id. */
  putTemplate(waba: Waba, template: CompiledTemplate): void {
    const at = waba.templates.findIndex(({ id }) => id === template.id);
    if (at === -1) waba.templates.push(template);
    else waba.templates[at] = template;
    waba.templatesByKey.set(templateKey(template.name, template.language), template);
    this.nodes.set(template.id, { kind: 'template', waba, template });
  }

  removeTemplate(waba: Waba, { id, name, language }: CompiledTemplate): void {
    waba.templates.splice(0, waba.templates.length, ...waba.templates.filter((one) => one.id !== id));
    waba.templatesByKey.delete(templateKey(name, language));
    this.nodes.delete(id);
    this.addedTemplates.delete(id);
  }

  find(id: string): WorldNode | undefined {
    return this.nodes.get(id);
  }

  findNumber(id: string): WorldNumber | undefined {
    const node = this.nodes.get(id);
    return node?.kind === 'phone' ? node.number : undefined;
  }

  tokenState(token: string): 'valid' | 'expired' | undefined {
    return this.tokens.get(token);
  }

  numbers(): WorldNumber[] {
    return [...this.wabas.values()].flatMap((waba) => waba.phoneNumbers);
  }

  private keepAdded(waba: Waba): void {
    const added = this.wabas.get(waba.id)?.phoneNumbers.filter(({ isAdded }) => isAdded) ?? [];
    const isNamed = (id: string) => waba.phoneNumbers.some((number) => number.id === id);
    waba.phoneNumbers.push(...added.filter(({ id }) => !isNamed(id)).map((number) => ({ ...number, waba })));
    for (const template of this.wabas.get(waba.id)?.templates ?? []) {
      const key = templateKey(template.name, template.language);
      if (!this.addedTemplates.has(template.id) || waba.templatesByKey.has(key)) continue;
      waba.templates.push(template);
      waba.templatesByKey.set(key, template);
    }
  }

  subscription(wabaId: string): Subscription {
    return this.subscriptions.get(wabaId) ?? SUBSCRIBED;
  }

  subscribe(wabaId: string, subscription: Subscription): void {
    this.subscriptions.set(wabaId, subscription);
  }
}

function nodesOf(waba: Waba): [string, WorldNode][] {
  return [
    [waba.id, { kind: 'waba', waba }],
    ...waba.phoneNumbers.map((number): [string, WorldNode] => [number.id, { kind: 'phone', waba, number }]),
    ...waba.templates.map((template): [string, WorldNode] => [template.id, { kind: 'template', waba, template }]),
  ];
}
