import type { Uuid } from '#libs/kernel';
import type { TemplateVariables } from './template.js';

/** A file for a header: one at an address from which WhatsApp fetches it, or one of the agency's library. */
export interface HeaderFile {
  readonly link?: string;
  readonly mediaId?: Uuid;
  readonly filename?: string;
}

/** What a header shows that is no text; exactly one of these. */
export interface HeaderValue {
  readonly image?: HeaderFile;
  readonly video?: HeaderFile;
  readonly document?: HeaderFile;
  readonly location?: {
    readonly latitude: number;
    readonly longitude: number;
    readonly name?: string;
    readonly address?: string;
  };
}

/** What a tap on a button says, beyond what its variable holds. */
export interface ButtonValue {
  /** Its place among the buttons of the template, from 0. */
  readonly index: number;
  /** Of a quick reply: what comes back with the tap. */
  readonly payload?: string;
  /** Of a button that opens a flow. */
  readonly flowToken?: string;
  readonly flowData?: Readonly<Record<string, unknown>>;
}

export interface CardValue {
  readonly variables?: TemplateVariables;
  readonly header?: Pick<HeaderValue, 'image' | 'video'>;
  readonly buttons?: readonly ButtonValue[];
}

/** What a template is filled with besides the texts of its variables. */
export interface TemplateParts {
  readonly header?: HeaderValue;
  readonly buttons?: readonly ButtonValue[];
  readonly cards?: readonly CardValue[];
  /** When a limited-time offer ends, as ISO 8601. */
  readonly offerExpiresAt?: string;
}
