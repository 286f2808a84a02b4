import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A VS Code profile of our own, so that nobody's settings and extensions are touched.
 * @typedef {object} Profile
 * @property {string} userData folder for `--user-data-dir`
 * @property {string} extensions folder for `--extensions-dir`
 */

/** Nothing is sent, looked up or proposed, and nothing covers the article. */
const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'chat.disableAIFeatures': true,
  'remote.autoForwardPorts': false,
  'git.openRepositoryInParentFolders': 'never',
};

/**
 * Makes the profile in a folder, or takes the one that is there: what a person set is kept.
 * @param {string} folder
 * @param {Record<string, unknown>} [settings] beside the quiet ones, for a new profile
 * @returns {Profile}
 */
export function profileIn(folder, settings = {}) {
  const profile = { userData: path.join(folder, 'user-data'), extensions: path.join(folder, 'extensions') };
  const file = path.join(profile.userData, 'User/settings.json');
  mkdirSync(path.dirname(file), { recursive: true });
  mkdirSync(profile.extensions, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify({ ...quietSettings, ...settings }, null, 2));
  return profile;
}

/**
 * Makes a new profile in a folder, in place of any that is there.
 * @param {string} folder
 * @param {Record<string, unknown>} [settings]
 * @returns {Profile}
 */
export function newProfileIn(folder, settings = {}) {
  rmSync(folder, { recursive: true, force: true });
  return profileIn(folder, settings);
}

/**
 * The arguments that make a VS Code of any kind use a profile.
 * @param {Profile} profile
 * @returns {string[]}
 */
export const profileArguments = (profile) => [
  `--user-data-dir=${profile.userData}`,
  `--extensions-dir=${profile.extensions}`,
];
