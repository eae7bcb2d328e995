import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useSend } from '../../api/queries.js';
import { Form, fields, TextField, tellDone, text } from '../../kit/index.js';
import { useAgencyPath } from '../../session/rights.js';
import { REFRESHES } from './refreshes.js';
import type { TemplateDetails } from './types.js';

/** Asks for the name of the copy, and leads to its editor. */
export function CopyForm({ details, onClose }: { details: TemplateDetails; onClose: () => void }) {
  const { t } = useTranslation('templates');
  const to = useAgencyPath();
  const navigate = useNavigate();
  const copy = useSend('post', '/v1/templates/{id}/copy', { refreshes: REFRESHES });
  return (
    <Form
      schema={fields({ name: text() })}
      submitLabel={t('copyConfirm')}
      onCancel={onClose}
      onSubmit={async (body) => {
        const { name, language } = await copy.mutateAsync({ params: { path: { id: details.id } }, body });
        tellDone(t('copied'));
        onClose();
        void navigate(to(`/templates/${name}/${language}/edit`));
      }}
    >
      <TextField
        name="name"
        label={t('newName')}
        description={t('nameHint')}
        isCode
        autoComplete="off"
        defaultValue={`${details.name}_2`}
      />
    </Form>
  );
}
