/** What is wider than its place can be scrolled with the keyboard: it takes focus while it overflows, and only then. */
const observer = new ResizeObserver((entries) => {
  for (const { target } of entries) {
    if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
    else target.removeAttribute('tabindex');
  }
});

for (const element of document.querySelectorAll('.sl-markdown-content table, pre.code:not(.ta-layer), .scroll'))
  observer.observe(element);
