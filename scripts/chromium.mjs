/**
 * The Chromium that browser tests, stories and end-to-end tests run in. Built-ins only: this is
 * read before anything is installed.
 */
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { env, platform } from 'node:process'

/** Said wherever a browser is wanted and none is there. */
export const browserMissing =
  'No Chrome, Chromium or Edge was found, so browser tests, stories and end-to-end tests do not run. ' +
  'Install one (Debian, Ubuntu: `apt-get install chromium`; elsewhere https://www.google.com/chrome), or set CHROMIUM_PATH to its program.'

/**
 * The program to start: `CHROMIUM_PATH`, or an installed Chrome, Chromium or Edge in its usual place.
 *
 * @returns {string | undefined} undefined where there is none
 * @throws {Error} when `CHROMIUM_PATH` names no file
 */
export function findChromium() {
  const named = env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return named
    throw new Error(
      `CHROMIUM_PATH is "${named}", and there is no such file. Correct it, or unset it to search the usual places.`,
    )
  }
  return usualPlaces().find((place) => existsSync(place))
}

/**
 * How tests start it. It runs as root in containers, hence no sandbox; it only ever loads our own pages,
 * and the resolver rule keeps it from looking up its maker's services.
 */
export const chromiumArgs = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
]

/** @returns {string[]} */
function usualPlaces() {
  if (platform === 'darwin') {
    const apps = ['/Applications', join(env.HOME ?? '', 'Applications')]
    const names = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    return names.flatMap((name) => apps.map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`))
  }
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined)
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return programs.flatMap((program) => roots.map((root) => join(root, program)))
  }
  const names = [
    'google-chrome-stable',
    'google-chrome',
    'chromium',
    'chromium-browser',
    'microsoft-edge-stable',
    'microsoft-edge',
  ]
  const folders = [
    ...(env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/snap/bin',
    '/opt/google/chrome',
  ]
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}
