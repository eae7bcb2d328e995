import { Code, Name } from '../../kit/index.js';
import { type Entry, useActorWords } from './entry-words.js';

/** Who did it, with the role they had then. */
export function Actor({ actor }: { actor: Entry['actor'] }) {
  const { word, id, role } = useActorWords()(actor);
  return (
    <span className="grid">
      <span>
        <Name>{word}</Name>
        {role && <span className="text-muted"> ({role})</span>}
      </span>
      {id && (
        <span className="text-sm text-muted">
          <Code>{id}</Code>
        </span>
      )}
    </span>
  );
}
