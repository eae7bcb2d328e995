import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { Button, Select } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { REFRESHES } from './refreshes.js';
import { SaveTrouble } from './save-trouble.js';
import type { TemplateDetails } from './types.js';
import { useLanguageChoices } from './use-language-choices.js';

/** Asks for a language, and leads to the editor of it. */
export function LanguageForm({ details, onClose }: { details: TemplateDetails; onClose: () => void }) {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const choices = useLanguageChoices();
  const [language, setLanguage] = useState('');
  const add = useSend('post', '/v1/templates/{id}/languages', {
    refreshes: REFRESHES,
    onDone: (made) => {
      onClose();
      void navigate(to(`/templates/${made.name}/${made.language}/edit`));
    },
  });
  return (
    <div className="grid gap-5">
      {add.error && <SaveTrouble error={add.error} />}
      <Select
        label={t('language')}
        description={t('addLanguageHint')}
        value={language}
        choices={choices}
        onChange={setLanguage}
      />
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          isDisabled={language === ''}
          isPending={add.isPending}
          onPress={() => add.mutate({ params: { path: { id: details.id } }, body: { language } })}
        >
          {t('addLanguage')}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
