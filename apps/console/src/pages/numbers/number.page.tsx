import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useAgencyPath } from '../../session/rights.js';
import { NumberView } from './number-view.js';

export default function NumberPage() {
  const { t } = useTranslation('numbers');
  const to = useAgencyPath();
  const { number: id = '' } = useParams();
  return <NumberView id={id} crumbs={[{ label: t('title'), to: to('/numbers') }]} />;
}
