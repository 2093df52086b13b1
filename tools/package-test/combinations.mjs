import util from 'node:util';
import { ANGULAR, MSAL_BROWSER } from './versions.mjs';

const USAGE =
  'Usage: npm run test:package -- [--all | --angular 21 --msal 5 [--msal-angular] [--karma]] [--keep]';

/**
 * @typedef {object} Combination
 * @property {keyof typeof ANGULAR} angular
 * @property {keyof typeof MSAL_BROWSER} msal
 * @property {'msal-browser' | 'msal-angular'} signsInWith
 * @property {'vitest' | 'karma'} testedBy
 */

/**
 * Reads the options of `npm run test:package`.
 * @param {string[]} args
 * @returns {{ combinations: readonly Combination[]; keep: boolean }}
 * @throws {Error} with one line for the reader
 */
export function readOptions(args) {
  const { all, angular, msal, 'msal-angular': msalAngular, karma, keep } = parse(args);
  if (all) return { combinations: everyCombination(), keep };
  const combination = {
    angular: oneOf(ANGULAR, '--angular', angular),
    msal: oneOf(MSAL_BROWSER, '--msal', msal),
    signsInWith: msalAngular ? /** @type {const} */ ('msal-angular') : 'msal-browser',
    testedBy: karma ? /** @type {const} */ ('karma') : 'vitest',
  };
  if (msalAngular && combination.msal !== 5) {
    throw new Error(`--msal-angular is for --msal 5. ${USAGE}`);
  }
  return { combinations: [/** @type {Combination} */ (combination)], keep };
}

/** @param {Combination} combination */
export function nameOf({ angular, msal, signsInWith, testedBy }) {
  const msalAngular = signsInWith === 'msal-angular' ? ' and msal-angular' : '';
  const karma = testedBy === 'karma' ? ', tested by Karma' : '';
  return `Angular ${angular} with msal-browser ${msal}${msalAngular}${karma}`;
}

/**
 * Every Angular with every MSAL; with both ways to sign in and both of Angular's test runners, not each with each.
 * @returns {Combination[]}
 */
function everyCombination() {
  return majors(ANGULAR).flatMap((angular) => [
    ...majors(MSAL_BROWSER).map((msal) => ({
      angular,
      msal,
      signsInWith: /** @type {const} */ ('msal-browser'),
      testedBy: /** @type {const} */ ('vitest'),
    })),
    {
      angular,
      msal: 5,
      signsInWith: /** @type {const} */ ('msal-angular'),
      testedBy: /** @type {const} */ ('karma'),
    },
  ]);
}

/** @param {string[]} args */
function parse(args) {
  try {
    const { values } = util.parseArgs({
      args,
      options: {
        all: { type: 'boolean', default: false },
        angular: { type: 'string', default: '21' },
        msal: { type: 'string', default: '5' },
        'msal-angular': { type: 'boolean', default: false },
        karma: { type: 'boolean', default: false },
        keep: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    throw new Error(`${message.split('\n')[0]}. ${USAGE}`, { cause: error });
  }
}

/**
 * @template {number} Major
 * @param {Record<Major, unknown>} versions
 * @param {string} option
 * @param {string} text
 * @returns {Major}
 */
function oneOf(versions, option, text) {
  const found = majors(versions).find((major) => String(major) === text);
  if (found !== undefined) return found;
  throw new Error(`${option} takes ${majors(versions).join(', ')}, not "${text}". ${USAGE}`);
}

/**
 * @template {number} Major
 * @param {Record<Major, unknown>} versions
 * @returns {Major[]}
 */
function majors(versions) {
  return Object.keys(versions).map((major) => /** @type {Major} */ (Number(major)));
}
