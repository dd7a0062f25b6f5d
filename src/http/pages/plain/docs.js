/** Sends the forms of /docs and shows what comes back, as text. */

/** @param {HTMLFormElement} form */
function requestOf(form) {
  let path = form.dataset.path ?? '/';
  const query = new URLSearchParams();
  /** @type {RequestInit} */
  const init = { method: form.dataset.method ?? 'GET' };
  for (const field of form.elements) {
    if (field instanceof HTMLTextAreaElement) {
      init.body = field.value;
      init.headers = { 'Content-Type': 'application/json' };
    }
    if (!(field instanceof HTMLInputElement) || field.value === '') continue;
    if (field.dataset.in === 'query') query.set(field.name, field.value);
    else path = path.replace(`{${field.name}}`, encodeURIComponent(field.value));
  }
  return { url: query.size === 0 ? path : `${path}?${query}`, init };
}

/** @param {string} text */
function readable(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** @param {HTMLFormElement} form */
async function send(form) {
  const output = form.querySelector('output');
  if (output === null) return;
  output.textContent = 'Sending …';
  const { url, init } = requestOf(form);
  try {
    const response = await fetch(url, init);
    const answer = document.createElement('pre');
    answer.tabIndex = 0;
    answer.textContent = readable(await response.text());
    output.replaceChildren(`${response.status} ${response.statusText}`, answer);
  } catch {
    output.textContent = 'The server does not answer.';
  }
}

for (const form of document.querySelectorAll('form')) {
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void send(form);
  });
}
