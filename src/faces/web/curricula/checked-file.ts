import { html } from 'hono/html';
import { loadCurriculum } from '../../../adapters/yaml/load-curriculum.ts';
import type { Html } from '../page.ts';

/** The form for checking the text of a curriculum's file, and what is wrong with it, each problem with its place. Nothing is kept. */
export function checkedFile(text: string | null): Html {
  return html`<details ${text === null ? '' : 'open'}><summary>Check a file before it is used</summary>
    ${text === null ? '' : findings(text)}
    <form method="post" action="/curricula" class="fields">
      <label for="text">The text of the file</label><p class="hint" id="text-hint">It is checked and not kept.</p>
      <textarea id="text" name="text" rows="12" spellcheck="false" class="code" aria-describedby="text-hint" required>${text ?? ''}</textarea>
      <div class="buttons"><button>Check it</button></div></form></details>`;
}

function findings(text: string): Html {
  const loaded = loadCurriculum(text, { file: 'the text' });
  const { issues } = loaded;
  const lines = text.split('\n');
  return html`<div role="status">${loaded.ok ? html`<p class="done">${loaded.curriculum.title} ${loaded.curriculum.version} can be used.</p>` : html`<p class="problem">It cannot be used yet: ${issues.length === 1 ? '1 problem' : `${issues.length} problems`}.</p>`}</div>
    ${
      issues.length === 0
        ? ''
        : html`<div class="scroll" role="region" aria-label="Problems" tabindex="0"><table><thead><tr><th scope="col">Line</th><th scope="col">What is wrong</th><th scope="col">The line</th></tr></thead>
    <tbody>${issues.map(({ line, column, message, path }) => html`<tr><th scope="row">${line}:${column}</th><td>${message}${path === '' ? '' : html`<br><small>${path}</small>`}</td><td><code>${(lines[line - 1] ?? '').trim().slice(0, 80)}</code></td></tr>`)}</tbody></table></div>`
    }`;
}
