/** What a citizen sent, by its type, as the API gives it; docs/webhooks-from-whatsapp.md lists what each type has. */
export interface InboundContent {
  type: string;
  text?: { body: string };
  media?: { caption?: string; fileName?: string; mimeType?: string; isVoice?: boolean };
  files?: { id: string; state: string; mimeType?: string | null; sizeBytes?: number | null }[];
  location?: { latitude: number; longitude: number; name?: string; address?: string };
  isOwnNumber?: boolean;
  contacts?: { name?: string; phones: string[]; emails: string[]; company?: string }[];
  emoji?: string | null;
  button?: { text: string; payload?: string };
  choice?: { id: string; title: string; description?: string };
  flow?: { name: string; body?: string; values: Record<string, unknown> | null };
  order?: { text?: string; items: { productId: string; quantity?: number; price?: number; currency?: string }[] };
  system?: { change: string; body?: string };
  edit?: { text?: string };
  unsupported?: { of?: string; reason?: string };
  permission?: { response: string };
  name?: string;
  about?: string;
  isForwarded?: boolean;
  isForwardedOften?: boolean;
  referral?: { headline?: string; url?: string };
  groupId?: string;
}

/** A line of what it says: `label` is a word of the language file, or the citizen's own name for it. */
export interface InboundLine {
  label: string;
  isOwnLabel?: boolean;
  value: string;
}

const line = (label: string, value: string | undefined | null): InboundLine[] => (value ? [{ label, value }] : []);

/** Everything of it that is not in its words already. */
export function linesOf(content: InboundContent): InboundLine[] {
  const { media, location, choice, button, flow, order, system, unsupported, referral } = content;
  return [
    ...line('caption', media?.caption),
    ...line('fileName', media?.fileName),
    ...line('mimeType', media?.mimeType),
    ...line('place', location?.name),
    ...line('address', location?.address),
    ...line('coordinates', location && `${location.latitude}, ${location.longitude}`),
    ...(content.contacts ?? []).flatMap(cardLines),
    ...line('emoji', content.emoji),
    ...line('payload', button?.payload),
    ...line('choiceId', choice?.id),
    ...line('description', choice?.description),
    ...Object.entries(flow?.values ?? {}).map(([label, value]) => ({ label, isOwnLabel: true, value: written(value) })),
    ...(order?.items ?? []).flatMap((item) => line('item', itemWords(item))),
    ...line('orderText', order?.text),
    ...line('news', system?.body),
    ...line('newWording', content.edit?.text),
    ...line('reason', unsupported?.reason),
    ...line('kindAtWhatsApp', unsupported?.of ?? content.name),
    ...line('advert', referral?.headline ?? referral?.url),
  ];
}

function cardLines({ name, phones, emails, company }: NonNullable<InboundContent['contacts']>[number]): InboundLine[] {
  return [
    ...line('cardName', name),
    ...phones.flatMap((phone) => line('cardPhone', phone)),
    ...emails.flatMap((email) => line('cardMail', email)),
    ...line('cardCompany', company),
  ];
}

function itemWords({ productId, quantity, price, currency }: NonNullable<InboundContent['order']>['items'][number]) {
  const cost = price === undefined ? '' : ` · ${price} ${currency ?? ''}`;
  return `${quantity ?? 1} × ${productId}${cost}`.trim();
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
