import { escapeXml } from '../xml.ts';
import type { CasFeature, CasType } from './types.ts';
import { TYPES } from './types.ts';

export const TYPE_SYSTEM_FILE = 'TypeSystem.xml';

/** The type system description that UIMA wants beside a CAS, and from which INCEpTION makes the layers of a project. */
export const TYPE_SYSTEM = `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier">
  <types>
${TYPES.map(typeDescription).join('')}  </types>
</typeSystemDescription>
`;

function typeDescription({ name, description, supertype, features }: CasType): string {
  return `    <typeDescription>
      <name>${name}</name>
      <description>${escapeXml(description)}</description>
      <supertypeName>${supertype}</supertypeName>
      <features>
${features.map(featureDescription).join('')}      </features>
    </typeDescription>
`;
}

function featureDescription({ name, description, range, elementType }: CasFeature): string {
  const element =
    elementType === undefined
      ? ''
      : `          <elementType>${elementType}</elementType>
          <multipleReferencesAllowed>false</multipleReferencesAllowed>
`;
  return `        <featureDescription>
          <name>${name}</name>
          <description>${escapeXml(description)}</description>
          <rangeTypeName>${range}</rangeTypeName>
${element}        </featureDescription>
`;
}
