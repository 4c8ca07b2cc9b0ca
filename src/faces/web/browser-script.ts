/**
 * What a browser does beyond the pages themselves: signing in with a passkey, adding one, and telling that the record on the screen
 * was changed by somebody else. Without it every page still works.
 */
export const BROWSER_SCRIPT = `'use strict';
// The app may be mounted below a path; this script lies in its folder of assets.
const base = new URL(document.currentScript.src).pathname.replace(/\\/assets\\/[^/]*$/, '');
const send = (path, body) =>
  fetch(base + path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
async function passkey(button) {
  const adds = button.dataset.passkey === 'add';
  const say = document.getElementById('passkey-says');
  try {
    const asked = await send(adds ? '/api/passkey-challenges' : '/api/sign-in/passkey-challenges', {});
    const options = await asked.json();
    if (!asked.ok) throw new Error(options.detail);
    const credential = adds
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const done = await send(adds ? '/api/passkeys' : '/api/sign-in/passkey', credential.toJSON());
    if (!done.ok) throw new Error((await done.json()).detail);
    if (adds) say.textContent = 'The passkey was added.';
    else location.assign(base + '/');
  } catch (error) {
    say.textContent = error.name === 'NotAllowedError' ? 'No passkey was used.' : error.message;
  }
}
document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-passkey]');
  if (button) passkey(button);
});
let changes;
function listen() {
  for (const wide of document.querySelectorAll('[data-scroll-end]')) wide.scrollLeft = Number(wide.dataset.scrollEnd) - wide.clientWidth * 0.7;
  const watched = document.querySelector('[data-watch]');
  if (!watched) {
    if (changes) changes.close();
    changes = undefined;
    return;
  }
  if (changes) return;
  changes = new EventSource(base + '/api/changes');
  changes.addEventListener('changed', (event) => {
    const { episode, version } = JSON.parse(event.data);
    const shown = document.querySelector('[data-watch]');
    const old = shown && shown.dataset.watch === episode && version > Number(shown.dataset.version);
    if (old) shown.hidden = false;
  });
}
addEventListener('pagehide', () => { if (changes) changes.close(); changes = undefined; });
document.addEventListener('DOMContentLoaded', listen);
document.addEventListener('htmx:after:swap', () => {
  listen();
  const alert = document.querySelector('[role=alert]');
  if (alert) alert.focus();
});
`;
