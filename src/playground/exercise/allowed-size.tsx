/** The load line of an exercise that limits the size: the prediction as the water, what is allowed as the mark. */

import { SIZE_WORDS } from '../../report/size-words.js';
import { LoadLine } from '../panels/drawn.js';
import { levelOf } from '../panels/gauge-values.js';
import type { ExerciseSession } from './session.js';

export function AllowedSize({ session }: { session: ExerciseSession }) {
  const limit = limitOf(session);
  const image = session.playground.prediction.value?.image;
  if (!limit || !image) return null;
  const values = {
    ...levelOf(image.size[limit.measure]),
    levelWords: SIZE_WORDS[limit.measure],
    mark: limit.megabytes,
    markWords: 'allowed',
    subject: 'Predicted size',
    reason: SIZE_WORDS[limit.measure],
  };
  return (
    <div class="allowed">
      <LoadLine values={values} isFlat={false} />
      <LoadLine values={values} isFlat />
    </div>
  );
}

interface Limit {
  readonly megabytes: number;
  readonly measure: 'compressed' | 'unpacked';
}

function limitOf({ exercise }: ExerciseSession): Limit | undefined {
  for (const condition of Object.values(exercise.conditions)) {
    const values = condition['image-size'] as { readonly megabytes?: unknown; readonly toPull?: unknown } | undefined;
    if (typeof values?.megabytes === 'number')
      return { megabytes: values.megabytes, measure: values.toPull === true ? 'compressed' : 'unpacked' };
  }
  return undefined;
}
