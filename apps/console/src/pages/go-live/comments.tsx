import { useTranslation } from 'react-i18next';
import type { GoLiveComment } from '../../api/types.js';
import { Time } from '../../kit/index.js';

/** What the platform team has said of a task or of a request. */
export function Comments({ comments }: { comments: readonly GoLiveComment[] }) {
  const { t } = useTranslation('go-live');
  if (comments.length === 0) return null;
  return (
    <ul aria-label={t('comments')} className="grid gap-2">
      {comments.map(({ text, at }) => (
        <li key={`${at} ${text}`} className="border-s-4 border-line ps-3">
          <p dir="auto" className="whitespace-pre-line text-ink">
            {text}
          </p>
          <p className="text-sm text-muted">
            {t('platformTeam')}, <Time at={at} />
          </p>
        </li>
      ))}
    </ul>
  );
}
