import { useTranslation } from 'react-i18next';
import { useSend } from '../../api/queries.js';
import type { ShortLink } from '../../api/types.js';
import { Form, fields, TextField, tellDone, text } from '../../kit/index.js';

const LINK = fields({ prefilledMessage: text() });
const LIST = ['/v1/numbers/{id}/short-links'] as const;

/** A new link, or another text for one that is there. */
export function LinkForm({ id, link, onClose }: { id: string; link?: ShortLink; onClose: () => void }) {
  const { t } = useTranslation('numbers');
  const create = useSend('post', '/v1/numbers/{id}/short-links', { refreshes: LIST });
  const change = useSend('put', '/v1/numbers/{id}/short-links/{code}', { refreshes: LIST });
  return (
    <Form
      schema={LINK}
      submitLabel={t(link ? 'editLink' : 'addLink')}
      onCancel={onClose}
      onSubmit={async (body) => {
        if (link) await change.mutateAsync({ params: { path: { id, code: link.code } }, body });
        else await create.mutateAsync({ params: { path: { id } }, body });
        tellDone(t('linkSaved'));
        onClose();
      }}
    >
      <TextField
        name="prefilledMessage"
        maxLength={140}
        autoComplete="off"
        label={t('linkText')}
        description={link ? t('editLinkEffect') : t('linkTextHint')}
        defaultValue={link?.prefilledMessage ?? ''}
      />
    </Form>
  );
}
