import { packageOf } from './package-of.mjs';
import { openRetext } from './retext.mjs';

export async function open() {
  const dictionary = await packageOf('dictionary-en');
  return openRetext([await packageOf('retext-spell'), { dictionary }]);
}
