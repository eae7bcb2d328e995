import { useErrorWords } from '../../api/words.js';
import { Banner } from '../../kit/index.js';

/** Why something was not saved. */
export function SaveTrouble({ error }: { error: unknown }) {
  const { title, advice } = useErrorWords(error);
  return (
    <div role="alert">
      <Banner tone="bad" title={title}>
        {advice}
      </Banner>
    </div>
  );
}
