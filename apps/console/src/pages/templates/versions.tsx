import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DiffTable, Select, Time } from '../../kit/index.js';
import { linesOf } from './content.js';
import type { TemplateDetails } from './types.js';

/** Every version, and what differs between one and the one before it. */
export function Versions({ versions }: { versions: TemplateDetails['versions'] }) {
  const { t } = useTranslation('templates');
  const [newest] = versions;
  const [chosen, setChosen] = useState(String(newest?.version ?? 1));
  const at = versions.findIndex(({ version }) => String(version) === chosen);
  const after = versions[at];
  const before = versions[at + 1];
  if (!after) return null;
  return (
    <>
      <Select
        label={t('version')}
        value={chosen}
        choices={versions.map(({ version, writtenBy }) => ({
          value: String(version),
          label: t(writtenBy ? 'versionNumber' : 'versionOfWhatsApp', { version }),
        }))}
        onChange={setChosen}
      />
      <p className="text-muted">
        {t('written')} <Time at={after.createdAt} show="exact" />
      </p>
      {before ? (
        <DiffTable
          caption={t('differences', { before: before.version, after: after.version })}
          before={linesOf(before.content)}
          after={linesOf(after.content)}
          labelOf={(field) => t(`parts.${field}`, { defaultValue: field })}
        />
      ) : (
        <p>{t('firstVersion')}</p>
      )}
    </>
  );
}
