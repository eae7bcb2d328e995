import { useParams, useSearchParams } from 'react-router';
import { useGet } from '../../api/queries.js';

/** The template that the address names, with its languages; the account only where a name is there in two. */
export function useNamedTemplate() {
  const { name = '' } = useParams();
  const [search] = useSearchParams();
  const account = search.get('account');
  const names = useGet('/v1/templates/names', { params: { query: { name, limit: 100 } } });
  const found = names.data?.data.find((one) => one.name === name && (account === null || one.wabaId === account));
  return { names, found };
}
