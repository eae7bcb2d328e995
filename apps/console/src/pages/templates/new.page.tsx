import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { Button, LinkButton, PageBody, PageHeader, Select, TextField, tellDone } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { EMPTY } from './content.js';
import { Editor } from './editor.js';
import { SaveTrouble } from './save-trouble.js';
import { useChecks } from './use-checks.js';
import { useFindingWords } from './use-finding-words.js';
import { useLanguageChoices } from './use-language-choices.js';

/** A new template, in its first language. */
export default function NewTemplatePage() {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const words = useFindingWords();
  const choices = useLanguageChoices();
  const [name, setName] = useState('');
  const [language, setLanguage] = useState('en');
  const [content, setContent] = useState(EMPTY);
  const checks = useChecks(name, language, content);
  const create = useSend('post', '/v1/templates', {
    refreshes: ['/v1/templates/names'],
    onDone: () => {
      tellDone(t('drafted'));
      void navigate(to(`/templates/${name}?language=${language}`));
    },
  });
  const nameProblem = name === '' ? undefined : checks.findings.find(({ place }) => place === 'name');
  const isReady = /^[a-z0-9_]+$/.test(name) && (content.body.trim() !== '' || content.code !== undefined);
  return (
    <PageBody>
      <PageHeader title={t('write')} lead={t('writeLead')} crumbs={[{ label: t('title'), to: to('/templates') }]} />
      {create.error && <SaveTrouble error={create.error} />}
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          label={t('name')}
          description={t('nameHint')}
          isCode
          autoComplete="off"
          value={name}
          problem={nameProblem && words(nameProblem)}
          onChange={setName}
        />
        <Select
          label={t('language')}
          description={t('languageHint')}
          value={language}
          choices={choices}
          onChange={setLanguage}
        />
      </div>
      <Editor language={language} content={content} onChange={setContent} checks={checks} />
      <div className="flex flex-wrap gap-3">
        <Button
          kind="primary"
          isDisabled={!isReady}
          isPending={create.isPending}
          onPress={() => create.mutate({ body: { name, language, content } })}
        >
          {t('saveDraft')}
        </Button>
        <LinkButton kind="quiet" to={to('/templates')}>
          {t('cancel')}
        </LinkButton>
      </div>
    </PageBody>
  );
}
