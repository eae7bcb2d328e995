import type { Uuid } from '#libs/kernel';
import type { TemplateParts, TemplateVariables } from '#libs/templates';
import type { FreeForm } from './content/free-form.js';

/** What a message says, by kind. Exactly this, with reference and metadata, is sealed into `messages.body_sealed`. */
export type MessageContent =
  | FreeForm
  | {
      readonly type: 'template';
      readonly template: TemplateParts & {
        readonly name: string;
        readonly language: string;
        readonly variables: TemplateVariables;
      };
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

/** A message of the citizen that this one answers or reacts to, with Meta's id of it. */
export interface Quoted {
  readonly messageId: Uuid;
  readonly wamid: string;
}

export interface MessageBody {
  readonly content: MessageContent;
  readonly quoted?: Quoted;
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
