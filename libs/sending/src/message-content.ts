import type { Uuid } from '#libs/kernel';
import type { TemplateVariables } from '#libs/templates';

/** What a message says, by kind. Exactly this, with reference and metadata, is sealed into `messages.body_sealed`. */
export type MessageContent =
  | { readonly type: 'text'; readonly text: { readonly body: string; readonly previewUrl?: boolean } }
  | {
      readonly type: 'template';
      readonly template: { readonly name: string; readonly language: string; readonly variables: TemplateVariables };
    }
  | InboundBody;

/** An inbound message of any kind, as Meta sent it: what it says is read from there each time, with what is known by then. */
export interface InboundBody {
  readonly type: 'inbound';
  readonly kind: string;
  readonly text?: string;
  /** The message of ours, or of the citizen, that it answers, changes or takes back. */
  readonly about?: Uuid;
  readonly raw: unknown;
}

export interface MessageBody {
  readonly content: MessageContent;
  /** The department's own name for the message. */
  readonly reference?: string;
  readonly metadata?: Readonly<Record<string, string>>;
}

export function serialiseBody(body: MessageBody): string {
  return JSON.stringify(body);
}

export function parseBody(text: string): MessageBody {
  return JSON.parse(text) as MessageBody;
}
