import type { JsonObject } from './json.js';

/** A file, as the phone draws it. */
export interface BubbleFile {
  readonly kind: 'image' | 'video' | 'audio' | 'document' | 'sticker';
  /** Its name, or the host that it comes from. */
  readonly name: string;
  readonly isVoice?: true;
  /** Where the simulator has it. */
  readonly id?: string;
}

export interface BubbleButton {
  /**
   * What a tap does: it sends `answer` (`reply`), opens an address, or opens what the citizen fills in. `other` does nothing
   * here: it rings, copies or shops.
   */
  readonly kind: 'reply' | 'link' | 'list' | 'flow' | 'location' | 'address' | 'other';
  readonly text: string;
  readonly url?: string;
  /** The body of `POST /_sim/inbound` besides who writes to whom. */
  readonly answer?: JsonObject;
}

export interface BubbleRow {
  readonly title: string;
  readonly description?: string;
  readonly answer: JsonObject;
}

export interface BubblePlace {
  readonly latitude: number;
  readonly longitude: number;
  readonly name?: string;
  readonly address?: string;
}

export interface BubbleContact {
  readonly name: string;
  readonly lines: readonly string[];
}

/** One card of a carousel. */
export interface BubbleCard {
  readonly file?: BubbleFile;
  readonly body: string;
  readonly buttons: readonly BubbleButton[];
}

/** A message as the phone draws it. */
export interface Bubble {
  readonly type: string;
  readonly header?: string;
  readonly body: string;
  readonly footer?: string;
  readonly buttons: readonly BubbleButton[];
  readonly file?: BubbleFile;
  readonly place?: BubblePlace;
  readonly contacts?: readonly BubbleContact[];
  /** What a button of kind `list` opens. */
  readonly sections?: readonly { readonly title?: string; readonly rows: readonly BubbleRow[] }[];
  readonly cards?: readonly BubbleCard[];
  /** The line and the end of a limited-time offer. */
  readonly offer?: { readonly text: string; readonly endsAt?: number };
  /** The message that this one answers. */
  readonly quotes?: string;
  /** A reaction stands on the message that it names. */
  readonly reactsTo?: string;
  /** Whether the first address in the text is shown with a preview. */
  readonly hasPreview?: true;
}
