/** The id of the reading view among editors, in the manifest and in conditions of keys. */
export const READER = 'hashiya.reader';
