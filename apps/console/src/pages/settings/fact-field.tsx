import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/queries.js';
import { Select, TextField, useLocaleTag } from '../../kit/index.js';
import { type FactName, FIELD_OF, isOptionalFact } from './facts.js';
import { languageChoices, zoneChoices } from './languages.js';

export type Agency = Answer<'/v1/agency', 'get'>;

/** The field in which a fact is changed. */
export function FactField({ fact, agency }: { fact: FactName; agency: Partial<Agency> }) {
  const { t } = useTranslation('settings');
  const locale = useLocaleTag();
  const name = FIELD_OF[fact];
  const label = t(`facts.${fact}`);
  const description = t(`hints.${fact}`);
  if (fact === 'language') {
    const now = agency.defaultLanguage ?? 'en';
    return (
      <Select
        name={name}
        label={label}
        description={description}
        defaultValue={now}
        choices={languageChoices(locale, now)}
      />
    );
  }
  if (fact === 'time-zone') {
    const now = agency.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
    return <Select name={name} label={label} description={description} defaultValue={now} choices={zoneChoices(now)} />;
  }
  const value = fact === 'email-domains' ? (agency.emailDomains ?? []).join('\n') : (agency[name]?.toString() ?? '');
  return (
    <TextField
      name={name}
      label={label}
      description={description}
      defaultValue={value}
      autoComplete="off"
      isOptional={isOptionalFact(fact)}
      {...(fact === 'email-domains' ? { rows: 4, isCode: true } : {})}
      {...(fact === 'retention' ? { inputMode: 'numeric' as const } : {})}
      {...(fact === 'retention' || fact === 'country' ? { width: 'short' as const } : {})}
    />
  );
}
