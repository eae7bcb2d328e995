import { useTranslation } from 'react-i18next';
import { Tag } from '../../kit/index.js';
import { type MediaFile, toneOf } from '../../media/media-file.js';

export function FileState({ state }: Pick<MediaFile, 'state'>) {
  const { t } = useTranslation('media');
  const tone = toneOf(state);
  const words = t(`states.${state}`);
  return tone ? <Tag tone={tone}>{words}</Tag> : <span>{words}</span>;
}
