import { FileText, Film, Image, MapPin, Reply, SquareArrowOutUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { directionOf } from './language-name.js';
import type { Preview } from './types.js';

const HEADERS = { IMAGE: Image, VIDEO: Film, DOCUMENT: FileText, LOCATION: MapPin } as const;

const PARTS = /(\{\{\s*[A-Za-z0-9_]+\s*\}\}|\*[^*\n]+\*)/;

/** What WhatsApp shows in bold, and the places of variables as chips that are text. */
function Words({ text }: { text: string }): ReactNode {
  return text.split(PARTS).map((part, at) => {
    const name = /^\{\{\s*(\w+)\s*\}\}$/.exec(part)?.[1];
    if (name) {
      return (
        <bdi key={at} dir="ltr" className="rounded border border-line bg-surface px-1 font-mono text-sm">
          {`{{${name}}}`}
        </bdi>
      );
    }
    return /^\*.+\*$/.test(part) ? <strong key={at}>{part.slice(1, -1)}</strong> : part;
  });
}

function HeaderPicture({ format }: { format: string }) {
  const { t } = useTranslation('templates');
  const Icon = HEADERS[format as keyof typeof HEADERS] ?? FileText;
  return (
    <p className="flex min-h-24 items-center justify-center gap-2 rounded-control border border-line-soft bg-sunken text-muted">
      <Icon aria-hidden size={22} />
      {t(`headerFormats.${format.toLowerCase()}`)}
    </p>
  );
}

function BubbleButtons({ buttons }: { buttons: Preview['buttons'] }) {
  const { t } = useTranslation('templates');
  if (buttons.length === 0) return null;
  return (
    <ul className="-mx-3 -mb-2 grid border-t border-line-soft" aria-label={t('buttons')}>
      {buttons.map(({ type, text, url }, at) => {
        const Icon = type === 'QUICK_REPLY' ? Reply : SquareArrowOutUpRight;
        return (
          <li
            key={at}
            className="border-t border-line-soft px-3 py-2 text-center font-semibold text-primary first:border-t-0"
          >
            <span className="inline-flex items-center gap-2">
              <Icon aria-hidden size={16} className="shrink-0 rtl:-scale-x-100" />
              {text || t(`fixedLabels.${type}`, { defaultValue: type })}
            </span>
            {url && (
              <bdi dir="ltr" className="block text-sm font-normal break-all text-muted">
                {url}
              </bdi>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** A template as WhatsApp draws it, in the direction of its language. All of it is text. */
export function Bubble({ preview }: { preview: Preview }) {
  const { headerFormat, header, body, footer, buttons, cards, offer, language } = preview;
  const isPicture = headerFormat !== null && headerFormat !== 'TEXT';
  return (
    <div dir={directionOf(language)} lang={language.replaceAll('_', '-')} className="grid gap-3" data-bubble>
      <div className="grid max-w-sm gap-2 rounded-panel rounded-ss-none border border-transparent bg-bubble-out px-3 py-2 text-ink">
        {isPicture && <HeaderPicture format={headerFormat} />}
        {header && (
          <p className="font-bold">
            <Words text={header} />
          </p>
        )}
        {offer && <p className="font-semibold">{offer}</p>}
        <p className="break-words whitespace-pre-line">
          <Words text={body} />
        </p>
        {footer && <p className="text-sm text-muted">{footer}</p>}
        <BubbleButtons buttons={buttons} />
      </div>
      {cards.length > 0 && (
        <ol className="flex gap-3 overflow-x-auto">
          {cards.map((card, at) => (
            <li
              key={at}
              className="grid w-52 shrink-0 gap-2 rounded-panel border border-transparent bg-bubble-out px-3 py-2"
            >
              <HeaderPicture format={card.headerFormat} />
              {card.body && (
                <p>
                  <Words text={card.body} />
                </p>
              )}
              <BubbleButtons buttons={card.buttons} />
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
