import { useTranslation } from 'react-i18next';
import { DescriptionList, Name } from '../../kit/index.js';
import { linesOf, type OutboundContent, wordsOf } from './outbound-content.js';

/** What the person reads, in the order in which WhatsApp shows it. */
export function OutboundView({ content }: { content: OutboundContent }) {
  const { t } = useTranslation('messages');
  const { header, body, footer, options } = wordsOf(content);
  const lines = linesOf(content).map(({ label, value }) => ({
    label: t(`outbound.${label}`),
    value: <Name>{value}</Name>,
  }));
  return (
    <div className="grid gap-3">
      {content.type !== 'text' && (
        <p className="text-sm text-muted">{t(`kinds.${content.type}`, { defaultValue: t('kinds.other') })}</p>
      )}
      {header && (
        <p dir="auto" className="measure font-semibold">
          {header}
        </p>
      )}
      {body && (
        <p dir="auto" className="measure whitespace-pre-wrap">
          {body}
        </p>
      )}
      {options.length > 0 && (
        <ul aria-label={t('outbound.options')} className="grid gap-1 list-disc ps-5">
          {options.map((option) => (
            <li key={option} dir="auto">
              {option}
            </li>
          ))}
        </ul>
      )}
      {footer && (
        <p dir="auto" className="measure text-sm text-muted">
          {footer}
        </p>
      )}
      {lines.length > 0 && <DescriptionList facts={lines} />}
    </div>
  );
}
