import { version } from '../package.json';

/** The version of the program. */
export const VERSION: string = version;

/** What annotation files and datasets name as the program that wrote them. */
export const TOOL = `hashiya ${VERSION}`;
