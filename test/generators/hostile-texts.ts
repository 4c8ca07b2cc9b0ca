const BREAKS = [
  '',
  '">',
  "'>",
  '" ',
  "' ",
  '</textarea>',
  '</title>',
  '</script>',
  '</option></select>',
  '</svg>',
  '--><!--',
  ']]>',
  '\\"',
  '`',
];
const BODIES = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href=javascript:alert(1)>go</a>',
  '<iframe srcdoc="<p>in</p>">',
  '<base href=//example.org>',
  '<style>*{display:none}</style>',
  '<form action=//example.org><input name=by>',
  '<b hx-get=/sign-out hx-trigger=load>b</b>',
  'autofocus onfocus=alert(1) x=',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)',
  '\u003cscript\u003ealert(1)',
  '{{7*7}}<%= 7*7 %>#{7*7}',
  '\u202egnp.exe\u2028<i>',
];

/**
 * Texts that would become something else than text on a page that does not escape them: tags, attributes, ends of elements that have
 * a syntax of their own, templates, in entities and with characters that readers skip. 224 of them.
 */
export const HOSTILE_TEXTS: readonly string[] = BREAKS.flatMap((end) => BODIES.map((body) => end + body));
