import type { CasFeature } from './types.ts';
import { FS_ARRAY, TYPES } from './types.ts';

/** The types as a JSON CAS has them under "%TYPES"; an array of feature structures has the range "type[]". */
export const TYPES_OF_JSON = Object.fromEntries(
  TYPES.map(({ name, supertype, description, features }) => [
    name,
    {
      '%NAME': name,
      '%SUPER_TYPE': supertype,
      '%DESCRIPTION': description,
      ...Object.fromEntries(features.map((feature) => [feature.name, featureOf(feature)])),
    },
  ]),
);

function featureOf({ name, range, elementType, description }: CasFeature) {
  return {
    '%NAME': name,
    '%DESCRIPTION': description,
    '%RANGE': range === FS_ARRAY && elementType !== undefined ? `${elementType}[]` : range,
  };
}
