/** The program's version, which annotation files name; a test holds it against package.json. */
export const VERSION = '0.1.0';

/** What annotation files and datasets name as the program that wrote them. */
export const TOOL = `hashiya ${VERSION}`;
